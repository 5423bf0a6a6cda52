namespace EventStore.Providers;

/// <summary>What is stored all or nothing. Immutable but for <see cref="Retain"/>.</summary>
/// <param name="Parts">At least one part, each for another stream; positions ascend part after part.</param>
public sealed record RecordedUnit(IReadOnlyList<RecordedPart> Parts)
{
    /// <summary>The number of events in all parts.</summary>
    public int EventCount => Parts.Sum(part => part.Events.Count);

    /// <summary>The aggregates of its events, some of them more than once.</summary>
    internal IEnumerable<Guid> AggregateIds
    {
        get
        {
            foreach (RecordedPart part in Parts)
            {
                foreach (EventRecord record in part.Events)
                {
                    if (record.AggregateId != Guid.Empty)
                    {
                        yield return record.AggregateId;
                    }
                }
            }
        }
    }

    /// <summary>Whether <see cref="Retain"/> was called.</summary>
    public bool IsRetained { get; private set; }

    /// <summary>
    /// Keeps the memory of payloads and metadata beyond the call of <see cref="IEventLog.AppendAsync"/> that the unit was
    /// given to: a log calls it before that call returns, if what it has sent may be under way still.
    /// </summary>
    public void Retain() => IsRetained = true;
}
