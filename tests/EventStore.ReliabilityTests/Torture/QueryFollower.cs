namespace EventStore.ReliabilityTests;

/// <summary>How a follower goes on after it has stopped.</summary>
internal enum Restart
{
    /// <summary>It never stops.</summary>
    Never,

    /// <summary>Stops in the midst of a run, and the same query runs again.</summary>
    SameQuery,

    /// <summary>Stops, and a new query asks for what lies behind the last position that was delivered.</summary>
    BehindPosition,

    /// <summary>Stops, and a new query starts at the beginning: what it delivers must begin as what was delivered before.</summary>
    FromScratch,
}

/// <summary>The library's own way to follow: a query that runs again and again.</summary>
internal sealed class QueryFollower(IEventStore store, string? stream, Restart restart, Random random)
    : Follower($"{(stream is null ? "all" : "one stream")}, restart: {restart}")
{
    private const int LongestRun = 400;

    private Query<object?>? _query;
    private long _last;
    private int _replayed;
    private int _untilStop = int.MaxValue;
    private bool _isLastLook;

    /// <summary>Events that a replay gave otherwise than they came first.</summary>
    public int Contradictions { get; private set; }

    public override IEnumerable<StoredRow> Expected(IEnumerable<StoredRow> rows) => stream is null ? rows : rows.Where(row => row.Stream == stream);

    protected override async Task PollAsync()
    {
        _query ??= Make();
        await _query.RunAsync();
        if (_untilStop > 0)
        {
            return;
        }

        _untilStop = random.Next(1, LongestRun);
        if (restart is Restart.BehindPosition or Restart.FromScratch)
        {
            _query = null;
        }
    }

    protected override async Task CatchUpAsync()
    {
        _isLastLook = true;
        _untilStop = int.MaxValue;
        await PollAsync();
    }

    private Query<object?> Make()
    {
        if (restart != Restart.Never && !_isLastLook)
        {
            // A replay has to get farther than the one before.
            _untilStop = random.Next(1, LongestRun) + (restart == Restart.FromScratch ? Deliveries.Count : 0);
        }

        _replayed = restart == Restart.FromScratch ? 0 : Deliveries.Count;
        MetadataMatcher matcher = restart == Restart.BehindPosition ? Match.Property("position", MetadataOperator.GreaterThan, _last) : MetadataMatcher.Empty;
        Query<object?> query = store.Query<object?>(() => null);
        query = stream is null ? query.FromAll(matcher) : query.FromStream(stream, matcher);
        return query.WhenAny((_, domainEvent, context) => Handle(domainEvent, context));
    }

    private void Handle(DomainEvent domainEvent, QueryContext context)
    {
        if (_replayed < Deliveries.Count)
        {
            Contradictions += Deliveries[_replayed].EventId == domainEvent.EventId ? 0 : 1;
        }
        else
        {
            Deliver(domainEvent.Position, domainEvent.StreamName!, domainEvent.EventId);
            _last = domainEvent.Position;
        }

        _replayed++;
        if (--_untilStop == 0)
        {
            context.Stop();
        }
    }
}
