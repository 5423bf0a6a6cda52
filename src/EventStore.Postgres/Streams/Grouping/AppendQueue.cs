using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>
/// Units that wait for a transaction, in their order. Thread-safe.
/// </summary>
/// <remarks>
/// Of each stream one group is under way at a time, so that what one caller sends keeps its order: whoever follows in a
/// stream that is taken, or that one before him waits for, waits too. A unit that is sent alone after its group gives
/// its streams free, and keeps its aggregates: whoever follows with one of these, or behind one who waits for it, waits
/// too, and nobody else.
/// </remarks>
internal sealed class AppendQueue
{
    /// <summary>How many groups are under way at once: while one is being committed, another is being sent.</summary>
    private const int MaxGroups = 2;
    private const int MaxUnits = AppendPick.MaxUnits;

    private readonly Lock _lock = new();
    private readonly LinkedList<PendingUnit> _waiting = [];
    private readonly HashSet<string> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _aggregates = [];
    private int _groups;
    private int _mostUnits = MaxUnits;

    /// <summary>Whether none of those that wait may go before another has come to its end.</summary>
    private bool _isExhausted;

    /// <summary>Adds a unit, and gives the next group, if it may be sent now.</summary>
    public AppendGroup? Add(PendingUnit unit)
    {
        lock (_lock)
        {
            if (_waiting.Count == 0 && _groups < MaxGroups && !IsBlocked(unit, null) && !IsBusy(unit, null))
            {
                return Begin([unit]);
            }

            unit.Place = _waiting.AddLast(unit);

            // Whoever follows others of its stream is not asked about before they are through.
            return !_isExhausted || unit.Unit.Parts.Count > 1 || !_streams.Contains(unit.Unit.Parts[0].StreamName) ? Next() : null;
        }
    }

    /// <summary>Takes a unit out; false if it is on its way.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="next">The group that may be sent now, since others have waited for the unit; or null.</param>
    public bool Remove(PendingUnit unit, out AppendGroup? next)
    {
        lock (_lock)
        {
            next = null;
            if (unit.Place is not { } place)
            {
                return false;
            }

            unit.Place = null;
            _waiting.Remove(place);
            next = Next();
            return true;
        }
    }

    /// <summary>A group has come to its end, but for units that are sent alone.</summary>
    public AppendGroup? End(AppendGroup group, IReadOnlyList<PendingUnit> alone, bool hasFailed)
    {
        lock (_lock)
        {
            _groups--;
            foreach (PendingUnit unit in group.Units)
            {
                foreach (RecordedPart part in unit.Unit.Parts)
                {
                    _streams.Remove(part.StreamName);
                }
            }

            foreach (PendingUnit unit in alone)
            {
                foreach (Guid aggregate in unit.Aggregates)
                {
                    _aggregates[aggregate] = _aggregates.GetValueOrDefault(aggregate) + 1;
                }
            }

            if (group.Units.Count > 1)
            {
                // Where groups fail often, small ones lose less.
                _mostUnits = hasFailed ? Math.Max(1, _mostUnits / 4) : Math.Min(MaxUnits, _mostUnits * 2);
            }
            else if (_mostUnits == 1 && !hasFailed)
            {
                _mostUnits = 2;
            }

            return Next();
        }
    }

    /// <summary>A unit that was sent alone has come to its end.</summary>
    public AppendGroup? End(PendingUnit unit)
    {
        lock (_lock)
        {
            foreach (Guid aggregate in unit.Aggregates)
            {
                if (--_aggregates[aggregate] == 0)
                {
                    _aggregates.Remove(aggregate);
                }
            }

            return Next();
        }
    }

    private AppendGroup? Next()
    {
        _isExhausted = false;
        if (_groups == MaxGroups || _waiting.Count == 0)
        {
            return null;
        }

        var picked = new AppendPick(_mostUnits);
        for (LinkedListNode<PendingUnit>? node = _waiting.First, next; node is not null; node = next)
        {
            next = node.Next;
            PendingUnit unit = node.Value;
            if (IsBlocked(unit, picked))
            {
                picked.PassStreams(unit);
            }
            else if (IsBusy(unit, picked))
            {
                picked.PassAggregates(unit);
            }
            else if (!picked.TryAdd(unit))
            {
                break;
            }
            else
            {
                unit.Place = null;
                _waiting.Remove(node);
            }
        }

        _isExhausted = picked.Units.Count == 0;
        return _isExhausted ? null : Begin(picked.Units);
    }

    private AppendGroup Begin(IReadOnlyList<PendingUnit> units)
    {
        var group = new AppendGroup(units);
        _groups++;
        foreach (PendingUnit unit in units)
        {
            unit.Group = group;
            foreach (RecordedPart part in unit.Unit.Parts)
            {
                _streams.Add(part.StreamName);
            }
        }

        return group;
    }

    /// <summary>Whether one before it, in the same stream, is on its way or has to wait.</summary>
    private bool IsBlocked(PendingUnit unit, AppendPick? picked)
    {
        foreach (RecordedPart part in unit.Unit.Parts)
        {
            if (_streams.Contains(part.StreamName) || (picked?.HasPassedStream(part.StreamName) ?? false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one before it, of the same aggregate, is sent alone or has to wait.</summary>
    private bool IsBusy(PendingUnit unit, AppendPick? picked)
    {
        if (_aggregates.Count == 0 && picked is not { HasPassedAggregates: true })
        {
            return false;
        }

        foreach (Guid aggregate in unit.Aggregates)
        {
            if (_aggregates.ContainsKey(aggregate) || (picked?.HasPassedAggregate(aggregate) ?? false))
            {
                return true;
            }
        }

        return false;
    }
}
