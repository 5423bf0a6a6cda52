using EventStore.Conformance.Projections;
using EventStore.Providers;

namespace EventStore.Conformance;

/// <summary>Counts the calls that reach a provider, and passes them on; the answers to appends it can lose.</summary>
public sealed class CountingLog(IEventLog inner) : IEventLog
{
    private int _appends;
    private int _reads;

    /// <summary>What reaches the projections.</summary>
    public CountingProjections CountedProjections { get; } = new(inner.Projections);

    public IProjectionStore Projections => CountedProjections;

    public int Appends => _appends;

    public int Reads => _reads;

    /// <summary>Whether appends are stored, and nobody learns of it.</summary>
    public bool LosesAnswers { get; set; }

    public Task InstallAsync(CancellationToken cancellationToken) => inner.InstallAsync(cancellationToken);

    public Task CreateStreamAsync(string streamName, CancellationToken cancellationToken) => inner.CreateStreamAsync(streamName, cancellationToken);

    public Task DeleteStreamAsync(string streamName, CancellationToken cancellationToken) => inner.DeleteStreamAsync(streamName, cancellationToken);

    public Task<bool> HasStreamAsync(string streamName, CancellationToken cancellationToken) => inner.HasStreamAsync(streamName, cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => inner.FetchNamesAsync(query, cancellationToken);

    public ValueTask<StoreHead> ReadHeadAsync(StreamSelection selection, CancellationToken cancellationToken) =>
        Counted(ref _reads).ReadHeadAsync(selection, cancellationToken);

    public ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        Counted(ref _reads).ReadAsync(request, cancellationToken);

    public ValueTask<EventPage> ReadAggregateAsync(AggregateReadRequest request, CancellationToken cancellationToken) =>
        Counted(ref _reads).ReadAggregateAsync(request, cancellationToken);

    public async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken)
    {
        IReadOnlyList<AppendOutcome> outcomes = await Counted(ref _appends).AppendAsync(units, cancellationToken);
        return LosesAnswers
            ? [.. units.Select(unit => new AppendOutcome(new AppendOutcomeUnknownException([.. unit.Parts.SelectMany(part => part.Events, (_, record) => record.EventId)])))]
            : outcomes;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private IEventLog Counted(ref int calls)
    {
        Interlocked.Increment(ref calls);
        return inner;
    }
}
