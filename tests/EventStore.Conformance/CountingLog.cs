using EventStore.Conformance.Projections;
using EventStore.Providers;

namespace EventStore.Conformance;

/// <summary>Counts the calls that reach a provider, and passes them on; the answers to appends it can lose.</summary>
public sealed class CountingLog : PassingLog
{
    private int _appends;
    private int _reads;

    public CountingLog(IEventLog inner)
        : this(inner, new CountingProjections(inner.Projections))
    {
    }

    private CountingLog(IEventLog inner, CountingProjections projections)
        : base(inner, projections) => CountedProjections = projections;

    /// <summary>What reaches the projections.</summary>
    public CountingProjections CountedProjections { get; }

    public int Appends => _appends;

    public int Reads => _reads;

    /// <summary>Whether appends are stored, and nobody learns of it.</summary>
    public bool LosesAnswers { get; set; }

    public override ValueTask<StoreHead> ReadHeadAsync(StreamSelection selection, CancellationToken cancellationToken) =>
        Counted(ref _reads).ReadHeadAsync(selection, cancellationToken);

    public override ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        Counted(ref _reads).ReadAsync(request, cancellationToken);

    public override ValueTask<EventPage> ReadAggregateAsync(AggregateReadRequest request, CancellationToken cancellationToken) =>
        Counted(ref _reads).ReadAggregateAsync(request, cancellationToken);

    public override async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken)
    {
        IReadOnlyList<AppendOutcome> outcomes = await Counted(ref _appends).AppendAsync(units, cancellationToken);
        return LosesAnswers
            ? [.. units.Select(unit => new AppendOutcome(new AppendOutcomeUnknownException([.. unit.Parts.SelectMany(part => part.Events, (_, record) => record.EventId)])))]
            : outcomes;
    }

    private IEventLog Counted(ref int calls)
    {
        Interlocked.Increment(ref calls);
        return Inner;
    }
}
