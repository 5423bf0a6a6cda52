using EventStore.Generators.Diagnostics;
using EventStore.Generators.Emission;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads events.</summary>
internal static class EventParser
{
    /// <summary>Reads an event with its JSON; null if it cannot be one.</summary>
    public static EventModel? Parse(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        EventName? name = ParseName(type, problems, cancellationToken);
        if (!IsUsable(type, compilation, problems) || name is null)
            return null;

        return new EventModel(name, JsonTypeParser.Parse(type, compilation, problems, cancellationToken));
    }

    /// <summary>Reads an event's names; without <c>[Event]</c> that is the name of the class.</summary>
    public static EventName? ParseName(INamedTypeSymbol type, Problems problems, CancellationToken cancellationToken)
    {
        AttributeData? attribute = type.Attribute(KnownNames.Event);
        string? name = attribute is null ? type.Name : attribute.Argument() as string;
        string[] formerNames = [];
        if (attribute?.ConstructorArguments is [_, { Kind: TypedConstantKind.Array, IsNull: false } values])
            formerNames = [.. values.Values.Select(value => value.Value as string ?? "")];

        bool isValid = true;
        foreach (string? candidate in formerNames.Prepend(name))
        {
            if (StoredName.Fault(candidate) is not { } fault)
                continue;

            isValid = false;
            problems.Add(Descriptors.InvalidName, attribute?.Location(cancellationToken) ?? type.Locations.FirstOrDefault(), type.Name, fault, StoredName.Suggest(type.Name));
        }

        return isValid ? new EventName(type.FullName(), Identifiers.Of(type.MetadataFullName()), name!, formerNames.ToEquatableArray()) : null;
    }

    /// <summary>Whether generated code can name the type and whether its instances are of just this type.</summary>
    public static bool IsUsable(INamedTypeSymbol type, Compilation compilation, Problems problems)
    {
        (string Fault, string Way)? fault = type switch
        {
            { TypeKind: not (TypeKind.Class or TypeKind.Struct) } or { IsStatic: true } => ("is no class, record or struct", "Make it a sealed record."),
            { IsRefLikeType: true } => ("is a ref struct, which cannot be kept", "Make it a record struct."),
            _ when type.WithContainers().Any(container => container.IsGenericType) => ("is generic, so it has no one shape that could be stored", "Write one event for each type argument."),
            { IsAbstract: true } => ("is abstract, so nothing is ever of just this type", "Make it sealed, and mark the types derived from it as events of their own."),
            { IsSealed: false } => ("is not sealed: one derived from it would be stored as its base, without its own members", "Write 'sealed' before its 'class' or 'record'."),
            _ when !type.IsVisibleIn(compilation) => ("cannot be seen by generated code", "Make it and the types around it internal or public, and not 'file'."),
            _ => null,
        };
        if (fault is not { } found)
            return true;

        problems.Add(Descriptors.UnsupportedEvent, type, type.Name, found.Fault, found.Way);
        return false;
    }
}
