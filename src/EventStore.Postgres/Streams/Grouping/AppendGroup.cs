namespace EventStore.Postgres;

/// <summary>
/// Units that share a transaction. A unit of a single event that is in conflict is left out, and has changed nothing;
/// where a unit has more events, any conflict fails the group.
/// </summary>
internal sealed class AppendGroup
{
    public AppendGroup(IReadOnlyList<PendingUnit> units)
    {
        Units = units;
        Request = units.Count == 1
            ? AppendRequest.Of(units[0].Unit, isBounded: true)
            : new GroupRequest(units, passesConflicts: units.All(unit => unit.EventCount == 1));
    }

    public IReadOnlyList<PendingUnit> Units { get; }

    public AppendRequest Request { get; }

    /// <summary>Gives each unit its positions.</summary>
    /// <returns>The units that were left out.</returns>
    public List<PendingUnit> Complete(long[] positions)
    {
        var leftOut = new List<PendingUnit>();
        int first = 0;
        foreach (PendingUnit unit in Units)
        {
            long[] own = positions[first..(first += unit.EventCount)];
            if (own.Contains(0))
            {
                leftOut.Add(unit);
            }
            else
            {
                unit.Complete(new AppendOutcome(new AppendResult(own, AlreadyStored: false)));
            }
        }

        return leftOut;
    }
}
