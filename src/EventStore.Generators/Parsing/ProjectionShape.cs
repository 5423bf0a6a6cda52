using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>The rules for the type of a projection or read model.</summary>
internal static class ProjectionShape
{
    public static bool IsSupported(INamedTypeSymbol type, ProjectionKind kind, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        if (Fault(type, kind, compilation, cancellationToken) is { } fault)
        {
            problems.Add(Descriptors.ProjectionShape, type, Noun(kind), type.Name, fault);
            return false;
        }

        return AggregateShape.ContainersArePartial(type, problems, cancellationToken);
    }

    /// <summary>What a message calls it.</summary>
    public static string Noun(ProjectionKind kind) => kind == ProjectionKind.Projection ? "projection" : "read model";

    private static string? Fault(INamedTypeSymbol type, ProjectionKind kind, Compilation compilation, CancellationToken cancellationToken)
    {
        if (type.TypeKind != TypeKind.Class)
            return "is a struct, of which every handler would change a copy. Make it a class or a record.";

        if (type.WithContainers().Any(container => container.IsGenericType))
            return "is generic or stands in a generic type: one stored name cannot stand for all type arguments. Write one for each, or move it out.";

        if (type.IsStatic || type.IsAbstract)
            return $"is {(type.IsStatic ? "static" : "abstract")}, so there is no instance whose handlers could be called. Remove '{(type.IsStatic ? "static" : "abstract")}'.";

        if (!type.IsPartial(cancellationToken))
            return "has to be partial to get its generated members. Write 'partial' before its 'class' or 'record'.";

        if (type.Attribute(KnownNames.Aggregate) is not null || (kind == ProjectionKind.ReadModel && type.Attribute(KnownNames.Projection) is not null))
            return "is an aggregate or a projection too, and one method cannot be a handler of both. Write a class for each.";

        if (kind == ProjectionKind.ReadModel)
            return type.WithContainers().Any(container => container.IsFileLocal) ? "is local to a file, so generated files cannot name it. Make it internal." : null;

        return type.IsVisibleIn(compilation) ? InitialFault(type) : "cannot be seen by the generated JSON of its state. Make it and the types around it internal or public, and not 'file'.";
    }

    /// <summary>Whether the state that it begins with can be made.</summary>
    private static string? InitialFault(INamedTypeSymbol type)
    {
        if (type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) is not { } constructor)
            return "has no constructor without parameters, so the state that it begins with cannot be made. Give it one, and its members their first values.";

        ISymbol? required = type.WithBases().SelectMany(@base => @base.GetMembers()).FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
        return required is null || constructor.Attribute(KnownNames.SetsRequiredMembers) is not null
            ? null
            : $"has a required member '{required.Name}', so the state that it begins with cannot be made. Remove 'required', and give it its first value.";
    }
}
