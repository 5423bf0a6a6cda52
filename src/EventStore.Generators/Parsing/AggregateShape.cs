using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators.Parsing;

/// <summary>The rules for the type of an aggregate: whether the generated members can be added to it.</summary>
internal static class AggregateShape
{
    private static readonly HashSet<string> GeneratedNames =
        new(StringComparer.Ordinal) { "AggregateId", "Version", "PopEvents", "FromHistory", "Apply", "New", "RecordThat", "__journal", "__Record", "__With", "__EventTypes" };

    public static bool IsSupported(INamedTypeSymbol type, Problems problems, CancellationToken cancellationToken) =>
        IsConcrete(type, problems) && IsPartial(type, problems, cancellationToken) && HasFreeNames(type, problems) && IsConstructible(type, problems, cancellationToken);

    /// <summary>Whether the types around one can be continued in a generated file.</summary>
    public static bool ContainersArePartial(INamedTypeSymbol type, Problems problems, CancellationToken cancellationToken)
    {
        bool arePartial = true;
        foreach (INamedTypeSymbol container in type.WithContainers().Skip(1).Where(container => !container.IsPartial(cancellationToken)))
        {
            problems.Add(Descriptors.ContainerNotPartial, container, container.Name, type.Name, TypeHeaderParser.Keyword(container));
            arePartial = false;
        }

        return arePartial;
    }

    private static bool IsConcrete(INamedTypeSymbol type, Problems problems)
    {
        int before = problems.Count;
        if (type.TypeKind != TypeKind.Class)
            problems.Add(Descriptors.StructAggregate, type, type.Name);
        else if (type.WithContainers().Any(container => container.IsGenericType))
            problems.Add(Descriptors.GenericAggregate, type, type.Name, type.TypeParameters.IsEmpty ? "stands in a generic type" : "is generic");
        else if (type.IsStatic)
            problems.Add(Descriptors.StaticAggregate, type, type.Name);
        else if (type.IsAbstract)
            problems.Add(Descriptors.AbstractAggregate, type, type.Name);
        else if (type.WithContainers().Any(container => container.IsFileLocal))
            problems.Add(Descriptors.FileLocalAggregate, type, type.Name, type.IsFileLocal ? "is local to a file" : "stands in a type that is local to a file");
        else if (type.WithBases().Skip(1).FirstOrDefault(@base => @base.Attribute(KnownNames.Aggregate) is not null) is { } other)
            problems.Add(Descriptors.DerivedAggregate, type, type.Name, other.Name);

        return problems.Count == before;
    }

    private static bool IsPartial(INamedTypeSymbol type, Problems problems, CancellationToken cancellationToken)
    {
        bool isPartial = type.IsPartial(cancellationToken);
        if (!isPartial)
            problems.Add(Descriptors.NotPartial, type, type.Name);

        return ContainersArePartial(type, problems, cancellationToken) && isPartial;
    }

    private static bool HasFreeNames(INamedTypeSymbol type, Problems problems)
    {
        int before = problems.Count;
        foreach (ISymbol member in type.GetMembers().Where(member => GeneratedNames.Contains(member.Name) && member.IsWrittenByUser()))
            problems.Add(Descriptors.ReservedMember, member, type.Name, member.Name);

        if (GeneratedNames.Contains(type.Name))
            problems.Add(Descriptors.ReservedTypeName, type, type.Name);

        ISymbol? inherited = type.WithBases().Skip(1).SelectMany(@base => @base.GetMembers())
            .FirstOrDefault(member => GeneratedNames.Contains(member.Name) && member.DeclaredAccessibility != Accessibility.Private);
        if (inherited is not null)
            problems.Add(Descriptors.InheritedReservedMember, type, type.Name, inherited.Name, inherited.ContainingType.Name);

        return problems.Count == before;
    }

    private static bool IsConstructible(INamedTypeSymbol type, Problems problems, CancellationToken cancellationToken)
    {
        IMethodSymbol? constructor = type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty);
        if (constructor is null)
        {
            bool isPrimary = type.InstanceConstructors.Any(candidate =>
                candidate.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax));
            problems.Add(isPrimary ? Descriptors.PrimaryConstructor : Descriptors.NotConstructible, type, type.Name);
            return false;
        }

        ISymbol? required = type.WithBases().SelectMany(@base => @base.GetMembers())
            .FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
        if (required is null || constructor.Attribute(KnownNames.SetsRequiredMembers) is not null)
            return true;

        problems.Add(Descriptors.RequiredMember, SymbolEqualityComparer.Default.Equals(required.ContainingType, type) ? required : type, type.Name, required.Name);
        return false;
    }
}
