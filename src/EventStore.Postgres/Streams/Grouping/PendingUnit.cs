using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>A unit whose caller waits.</summary>
internal sealed class PendingUnit
{
    private readonly TaskCompletionSource<AppendOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile bool _isSentAlone;

    public PendingUnit(RecordedUnit unit, CancellationToken cancellationToken)
    {
        Unit = unit;
        CancellationToken = cancellationToken;
        EventCount = unit.EventCount;
        foreach (RecordedPart part in unit.Parts)
        {
            foreach (EventRecord record in part.Events)
            {
                Bytes += record.Payload.Length + record.Metadata.Length;
                KeepsStreamOrder |= record.AggregateId == Guid.Empty;
            }
        }
    }

    public RecordedUnit Unit { get; }

    public CancellationToken CancellationToken { get; }

    public int EventCount { get; }

    /// <summary>The size of payloads and metadata.</summary>
    public long Bytes { get; }

    /// <summary>Whether an event of it has its place in the order of its stream, since it has none in that of an aggregate.</summary>
    public bool KeepsStreamOrder { get; }

    /// <summary>The group that it travels in, as soon as it does.</summary>
    public AppendGroup? Group { get; set; }

    /// <summary>Its place in the queue, while it waits.</summary>
    public LinkedListNode<PendingUnit>? Place { get; set; }

    /// <summary>Whether it is on its way alone, after its group.</summary>
    public bool IsSentAlone { get => _isSentAlone; set => _isSentAlone = value; }

    public Task<AppendOutcome> Outcome => _outcome.Task;

    public void Complete(AppendOutcome outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception exception)
    {
        _outcome.TrySetException(exception);

        // Its caller may have gone.
        _ = _outcome.Task.Exception;
    }
}
