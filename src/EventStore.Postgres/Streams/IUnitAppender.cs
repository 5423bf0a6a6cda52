using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>Appends units, each all or nothing.</summary>
internal interface IUnitAppender
{
    ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken);
}
