using System.Diagnostics;

namespace EventStore.ReliabilityTests;

/// <summary>What a writer was told of an event.</summary>
internal enum Verdict
{
    /// <summary>Nothing, or that it is not known.</summary>
    Unknown,

    /// <summary>It is stored.</summary>
    Stored,

    /// <summary>Nothing was written.</summary>
    Refused,
}

/// <summary>An event that a writer wants to stand in a stream, and what became of it. Changed by its writer alone.</summary>
internal sealed class Intent(string stream, int writer, long step, Guid aggregateId = default, long version = 0)
{
    public const string AggregateType = "walk";

    public Guid EventId { get; init; } = Guid.CreateVersion7();

    public string Stream => stream;

    public Guid AggregateId => aggregateId;

    public long Version => version;

    /// <summary>When its append was called; a time stamp of <see cref="Stopwatch"/>.</summary>
    public long Began { get; private set; }

    /// <summary>When its append had returned, or the transaction around it was committed.</summary>
    public long Ended { get; private set; }

    public Verdict Verdict { get; private set; }

    public long Position { get; set; }

    public void Begin() => Began = Began == 0 ? Stopwatch.GetTimestamp() : Began;

    public void End(Verdict verdict)
    {
        Ended = Stopwatch.GetTimestamp();
        Verdict = verdict;
    }

    /// <summary>What is stored all or nothing, from events that are to be.</summary>
    public static AppendUnit Unit(IEnumerable<Intent> intents) => intents.Aggregate(AppendUnit.Empty, (unit, intent) => unit.And(intent.Stream, [intent.ToEvent()]));

    public DomainEvent ToEvent()
    {
        DomainEvent plain = DomainEvent.Create(RigEvents.Catalog, new StepTaken(writer, step), aggregateId == default ? null : aggregateId).WithEventId(EventId);
        return aggregateId == default ? plain : plain.WithAggregateType(AggregateType).WithVersion(version);
    }
}
