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
        EventName? name = ParseName(type, compilation, problems, cancellationToken);
        if (!IsUsable(type, compilation, problems) || name is null)
            return null;

        return JsonContexts.OfEvent(type, compilation, problems, cancellationToken) is { } context
            ? new EventModel(name, Array.Empty<JsonTypeModel>().ToEquatableArray(), context.FullName())
            : new EventModel(name, JsonTypeParser.Parse(type, compilation, problems, cancellationToken));
    }

    /// <summary>Reads an event's names; without an attribute that is the name of the class.</summary>
    public static EventName? ParseName(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        AttributeData? attribute = EventDeclaration.Of(type, compilation).Attribute;
        string? name = attribute is null ? type.Name : attribute.Argument() as string;
        string[] formerNames = [];
        if (attribute?.ConstructorArguments is [_, { Kind: TypedConstantKind.Array, IsNull: false } values])
            formerNames = [.. values.Values.Select(value => value.Value as string ?? "")];

        bool isValid = true;
        foreach (string? candidate in formerNames.Prepend(name))
        {
            Location? place = attribute?.Location(cancellationToken) ?? type.Locations.FirstOrDefault();
            isValid &= StoredName.IsValid(candidate, problems, place, type.Name, StoredName.Suggest(type.Name));
        }

        string fullName = type.FullName();
        string id = Identifiers.Of(EventDeclaration.IsGeneric(type) ? fullName.Replace("global::", "") : type.MetadataFullName());
        return isValid ? new EventName(fullName, id, name!, formerNames.ToEquatableArray()) : null;
    }

    /// <summary>Whether generated code can name the type and whether its instances are of just this type.</summary>
    public static bool IsUsable(INamedTypeSymbol type, Compilation compilation, Problems problems)
    {
        int before = problems.Count;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsStatic)
            problems.Add(Descriptors.StaticEvent, type, type.Name, type.IsStatic ? "static" : "no class, record or struct");
        else if (type.IsRefLikeType)
            problems.Add(Descriptors.RefStructEvent, type, type.Name);
        else if (EventDeclaration.IsGeneric(type) && (EventDeclaration.IsOpen(type) || type.Attribute(KnownNames.Event) is not null))
            problems.Add(Descriptors.GenericEvent, type, type.Name);
        else if (EventDeclaration.IsGeneric(type) && EventDeclaration.Of(type, compilation).Attribute is null)
            problems.Add(Descriptors.GenericWithoutName, type, type.ShortName());
        else if (type.IsAbstract)
            problems.Add(Descriptors.AbstractEvent, type, type.Name);
        else if (!type.IsSealed)
            problems.Add(Descriptors.UnsealedEvent, type, type.Name);
        else if (!type.IsVisibleIn(compilation))
            problems.Add(Descriptors.HiddenEvent, type, type.Name);

        return problems.Count == before;
    }
}
