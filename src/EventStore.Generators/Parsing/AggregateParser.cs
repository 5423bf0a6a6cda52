using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators.Parsing;

/// <summary>Reads aggregates.</summary>
internal static class AggregateParser
{
    private static readonly HashSet<string> GeneratedNames =
        new(StringComparer.Ordinal) { "AggregateId", "Version", "PopEvents", "FromHistory", "Apply", "New", "RecordThat", "__journal", "__Record", "__EventTypes" };

    /// <summary>Reads an aggregate; null if nothing can be generated for it. A handler that is wrong is left out.</summary>
    public static ParsedAggregate? Parse(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        AttributeData attribute = type.Attribute(KnownNames.Aggregate)!;
        string? name = attribute.Argument() as string;
        if (!IsSupported(type, problems, cancellationToken) || !HasFreeNames(type, problems) || !IsConstructible(type, problems, cancellationToken))
            return null;

        if (StoredName.Fault(name) is { } fault)
        {
            problems.Add(Descriptors.InvalidName, attribute.Location(cancellationToken), type.Name, fault, StoredName.Suggest(type.Name));
            return null;
        }

        Handler[] handlers = ReadHandlers(type, compilation, problems, cancellationToken);
        EventModel[] unmarked =
        [
            .. from handler in handlers
               where handler.Event.Attribute(KnownNames.Event) is null
               let model = EventParser.Parse(handler.Event, compilation, problems, cancellationToken)
               where model is not null
               select model,
        ];
        var aggregate = new AggregateModel(
            TypeHeaderParser.Parse(type),
            name!,
            handlers.Length > 0 && handlers[0].IsPure,
            handlers.Select(handler => handler.Model).OrderBy(handler => handler.Event.Name, StringComparer.Ordinal).ThenBy(handler => handler.Event.Type, StringComparer.Ordinal).ToEquatableArray(),
            ReadIgnoredNames(type, problems, cancellationToken));
        return new ParsedAggregate(aggregate, unmarked.ToEquatableArray());
    }

    private static bool IsSupported(INamedTypeSymbol type, Problems problems, CancellationToken cancellationToken)
    {
        string? fault = type switch
        {
            { TypeKind: not TypeKind.Class } => "is no class or record",
            { IsGenericType: true } => "is generic",
            { IsAbstract: true, IsStatic: false } => "is abstract",
            { IsStatic: true } => "is static",
            { IsFileLocal: true } => "is local to a file",
            _ when type.WithContainers().Any(container => container.IsGenericType) => "stands in a generic type",
            _ when type.WithContainers().Any(container => container.IsFileLocal) => "stands in a type that is local to a file",
            _ when type.WithBases().Skip(1).Any(@base => @base.Attribute(KnownNames.Aggregate) is not null) => "derives from another aggregate",
            _ => null,
        };
        if (fault is not null)
        {
            problems.Add(Descriptors.UnsupportedAggregate, type, type.Name, fault);
            return false;
        }

        bool isPartial = true;
        foreach (INamedTypeSymbol container in type.WithContainers().Where(container => !container.IsPartial(cancellationToken)))
        {
            problems.Add(Descriptors.NotPartial, container, container.Name, type.Name);
            isPartial = false;
        }

        return isPartial;
    }

    private static bool HasFreeNames(INamedTypeSymbol type, Problems problems)
    {
        bool isFree = true;
        foreach (ISymbol member in type.GetMembers().Where(member => GeneratedNames.Contains(member.Name) && member.IsWrittenByUser()))
        {
            problems.Add(Descriptors.ReservedMember, member, type.Name, member.Name);
            isFree = false;
        }

        if (GeneratedNames.Contains(type.Name))
        {
            problems.Add(Descriptors.ReservedMember, type, type.Name, type.Name);
            isFree = false;
        }

        ISymbol? inherited = type.WithBases().Skip(1).SelectMany(@base => @base.GetMembers())
            .FirstOrDefault(member => GeneratedNames.Contains(member.Name) && member.DeclaredAccessibility != Accessibility.Private);
        if (inherited is not null)
        {
            problems.Add(Descriptors.ReservedMember, type, type.Name, inherited.Name);
            isFree = false;
        }

        return isFree;
    }

    private static bool IsConstructible(INamedTypeSymbol type, Problems problems, CancellationToken cancellationToken)
    {
        IMethodSymbol? constructor = type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty);
        if (constructor is null)
        {
            IMethodSymbol? primary = type.InstanceConstructors.FirstOrDefault(candidate =>
                candidate.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax));
            problems.Add(Descriptors.NotConstructible, type, type.Name, primary is null ? "only constructors with parameters" : "a primary constructor with parameters");
            return false;
        }

        ISymbol? required = type.WithBases().SelectMany(@base => @base.GetMembers())
            .FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
        if (required is null || constructor.Attribute(KnownNames.SetsRequiredMembers) is not null)
            return true;

        problems.Add(Descriptors.NotConstructible, SymbolEqualityComparer.Default.Equals(required.ContainingType, type) ? required : type, type.Name, $"the required member '{required.Name}'");
        return false;
    }

    private static Handler[] ReadHandlers(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        var handlers = new Dictionary<INamedTypeSymbol, Handler>(SymbolEqualityComparer.Default);
        Handler? first = null;
        foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>().Where(HandlerParser.IsCandidate))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Handler? handler = HandlerParser.Parse(method, compilation, problems, cancellationToken);
            if (handler is null)
                continue;

            first ??= handler;
            if (handler.IsPure != first.IsPure)
                problems.Add(Descriptors.MixedHandlers, method, type.Name, method.Name, first.IsPure ? $"return '{type.Name}'" : "return nothing");
            else if (handlers.ContainsKey(handler.Event))
                problems.Add(Descriptors.DuplicateHandler, method, type.Name, handler.Event.Name);
            else
                handlers.Add(handler.Event, handler);
        }

        return [.. handlers.Values];
    }

    private static EquatableArray<string> ReadIgnoredNames(INamedTypeSymbol type, Problems problems, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.Is(KnownNames.Ignores))
            {
                string? name = attribute.Argument() as string;
                if (StoredName.Fault(name) is { } fault)
                    problems.Add(Descriptors.InvalidName, attribute.Location(cancellationToken), type.Name, fault, "old-name");
                else
                    names.Add(name!);
            }
            else if (attribute.AttributeClass.Is(KnownNames.IgnoresEvent)
                && attribute.AttributeClass!.TypeArguments is [INamedTypeSymbol ignored]
                && EventParser.ParseName(ignored, new Problems(), cancellationToken) is { } ignoredName)
            {
                names.UnionWith(ignoredName.FormerNames.Prepend(ignoredName.Name));
            }
        }

        return names.ToEquatableArray();
    }
}
