using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Takes what a parser finds wrong: the analyzers report it, the generator only leaves out what is wrong.</summary>
internal sealed class Problems
{
    private readonly Action<Diagnostic>? _report;

    public Problems(Action<Diagnostic>? report = null) => _report = report;

    public int Count { get; private set; }

    public void Add(DiagnosticDescriptor descriptor, ISymbol place, params object[] arguments) =>
        Add(descriptor, place.Locations.FirstOrDefault(location => location.IsInSource), arguments);

    public void Add(DiagnosticDescriptor descriptor, Location? place, params object[] arguments)
    {
        Count++;
        _report?.Invoke(Diagnostic.Create(descriptor, place ?? Location.None, arguments));
    }
}
