using System.Collections.Concurrent;
using System.Collections.Immutable;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <summary>The types of assemblies, each looked up once, when first asked. Thread-safe.</summary>
internal sealed class AssemblyTypes(Compilation compilation)
{
    private readonly ConcurrentDictionary<IAssemblySymbol, ImmutableArray<INamedTypeSymbol>> _all = new(SymbolEqualityComparer.Default);
    private readonly object _lock = new();
    private HashSet<INamedTypeSymbol>? _handled;
    private HashSet<INamedTypeSymbol>? _bases;
    private Dictionary<string, INamedTypeSymbol>? _named;

    public Compilation Compilation => compilation;

    public ImmutableArray<INamedTypeSymbol> Of(IAssemblySymbol assembly, CancellationToken cancellationToken) =>
        _all.GetOrAdd(assembly, found => [.. found.GlobalNamespace.AllTypes(cancellationToken)]);

    /// <summary>Whether an aggregate of the assembly derives from a class: then its handlers are replayed, too.</summary>
    public bool IsBaseOfAggregate(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.IsSealed)
            return false;

        lock (_lock)
        {
            _bases ??= new HashSet<INamedTypeSymbol>(Aggregates(cancellationToken).SelectMany(aggregate => aggregate.WithBases().Skip(1)).Select(@base => @base.OriginalDefinition), SymbolEqualityComparer.Default);
            return _bases.Contains(type.OriginalDefinition);
        }
    }

    /// <summary>Whether an aggregate, a projection or a read model of the assembly handles a type: that makes it an event, even without an attribute.</summary>
    public bool IsHandled(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _handled ??= new HashSet<INamedTypeSymbol>(Of(compilation.Assembly, cancellationToken).Where(Handles).SelectMany(HandlersOf).Select(handler => handler.Parameters[0].Type).OfType<INamedTypeSymbol>(), SymbolEqualityComparer.Default);
            return _handled.Contains(type);
        }
    }

    /// <summary>The aggregate of a stored name: of several, the first in the order of their names in C#.</summary>
    public INamedTypeSymbol? FindAggregate(string name, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _named ??= Aggregates(cancellationToken)
                .OrderBy(aggregate => aggregate.MetadataFullName(), StringComparer.Ordinal)
                .GroupBy(aggregate => aggregate.Attribute(KnownNames.Aggregate)!.Argument() as string ?? "", StringComparer.Ordinal)
                .ToDictionary(alike => alike.Key, alike => alike.First(), StringComparer.Ordinal);
            return _named.TryGetValue(name, out INamedTypeSymbol? found) ? found : null;
        }
    }

    /// <summary>The handlers of an aggregate, inherited ones too.</summary>
    public static IEnumerable<IMethodSymbol> HandlersOf(INamedTypeSymbol aggregate) =>
        HandlerMethods.Of(aggregate).Where(method => !method.Parameters.IsEmpty);

    private static bool Handles(INamedTypeSymbol type) =>
        type.Attribute(KnownNames.Aggregate) is not null || type.Attribute(KnownNames.Projection) is not null || type.Attribute(KnownNames.ReadModel) is not null;

    private IEnumerable<INamedTypeSymbol> Aggregates(CancellationToken cancellationToken) =>
        Of(compilation.Assembly, cancellationToken).Where(type => type.Attribute(KnownNames.Aggregate) is not null);
}
