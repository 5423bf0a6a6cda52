using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>
/// What a checkpoint appends, a part for each stream. The streams are in one order for all projections, so that two
/// that link into the same ones do not wait for each other; the events of a stream keep theirs.
/// </summary>
internal sealed class CheckpointAppends
{
    private readonly IReadOnlyList<ProjectionAppend> _appends;

    public CheckpointAppends(ProjectionCheckpoint checkpoint)
    {
        _appends = checkpoint.Appends;
        ProjectionName = checkpoint.Lease.ProjectionName;
        EmittedTo = checkpoint.Appends.FirstOrDefault(append => append.IsEmitted)?.StreamName;
        Parts =
        [
            .. checkpoint.Appends
                .GroupBy(append => append.StreamName, StringComparer.Ordinal)
                .OrderBy(stream => stream.Key, StringComparer.Ordinal)
                .Select(stream => new RecordedPart(stream.Key, [.. stream.SelectMany(append => append.Events)])),
        ];
    }

    public string ProjectionName { get; }

    /// <summary>The stream of emitted events, or null if nothing is emitted.</summary>
    public string? EmittedTo { get; }

    public IReadOnlyList<RecordedPart> Parts { get; }

    /// <summary>Brings the positions of each part's events into the order of the appends.</summary>
    public IReadOnlyList<long> InOrder(IReadOnlyDictionary<string, Queue<long>> positions) =>
        [.. _appends.SelectMany(append => append.Events.Select(_ => positions[append.StreamName].Dequeue()))];
}
