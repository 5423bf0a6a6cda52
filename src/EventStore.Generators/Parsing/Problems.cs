using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Takes what a parser finds wrong: the analyzers report it, the generator only leaves out what is wrong.</summary>
internal sealed class Problems
{
    private readonly Action<Diagnostic>? _report;
    private readonly Location? _place;

    public Problems(Action<Diagnostic>? report = null)
        : this(report, null)
    {
    }

    private Problems(Action<Diagnostic>? report, Location? place)
    {
        _report = report;
        _place = place;
    }

    public int Count { get; private set; }

    /// <summary>Whether somebody is told: what changes no generated code need not be looked for otherwise.</summary>
    public bool AreReported => _report is not null;

    /// <summary>Takes problems of what stands elsewhere, perhaps in no file at all, and tells them here. It counts for itself.</summary>
    public Problems At(ISymbol place) => At(InSource(place));

    /// <inheritdoc cref="At(ISymbol)"/>
    public Problems At(Location? place) => new(_report, _place ?? place);

    public void Add(DiagnosticDescriptor descriptor, ISymbol place, params object[] arguments) =>
        Add(descriptor, InSource(place), arguments);

    public void Add(DiagnosticDescriptor descriptor, Location? place, params object[] arguments)
    {
        Count++;
        _report?.Invoke(Diagnostic.Create(descriptor, _place ?? place ?? Location.None, arguments));
    }

    private static Location? InSource(ISymbol place) => place.Locations.FirstOrDefault(location => location.IsInSource);
}
