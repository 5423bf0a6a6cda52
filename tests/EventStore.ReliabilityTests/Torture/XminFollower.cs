namespace EventStore.ReliabilityTests;

/// <summary>
/// Waits until xmin has reached the xmax of the moment at which a position was given out: plausible, and wrong. A
/// snapshot's xmax is the last completed transaction's successor, and a transaction above it may have drawn its
/// position already. It is here to be found out.
/// </summary>
internal sealed class XminFollower(RigStore store) : NaiveFollower(store, "xmin has reached the xmax of then")
{
    private readonly Queue<(long Position, long Xmax)> _waiting = [];
    private long _settled;

    protected override IReadOnlyList<string> Before =>
    [
        $"select last_value from {Store.PositionSequence}",
        "select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint from pg_current_snapshot() s",
    ];

    protected override long Bound(IReadOnlyList<IReadOnlyList<long>> before)
    {
        _waiting.Enqueue((before[0][0], before[1][1]));
        while (_waiting.TryPeek(out (long Position, long Xmax) oldest) && oldest.Xmax <= before[1][0])
        {
            _settled = _waiting.Dequeue().Position;
        }

        return _settled;
    }
}
