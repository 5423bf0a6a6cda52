using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>
/// Units that wait for a transaction, in their order. Thread-safe.
/// </summary>
/// <remarks>
/// What one caller sends keeps its order: a unit on its way keeps its aggregates, until it has its result, and if it has
/// events without an aggregate, its streams, until its group has come back. Whoever follows with one of these, or
/// behind one who waits for it, waits too, and nobody else.
/// </remarks>
internal sealed class AppendQueue
{
    /// <summary>How many groups are under way at once: while one is being committed, others are being sent.</summary>
    private const int MaxGroups = 3;
    private const int MaxUnits = AppendPick.MaxUnits;

    /// <summary>So few units gain less by company than they lose by waiting for it.</summary>
    private const int FewUnits = 3;

    /// <summary>What is worth a transaction beside those under way, in events.</summary>
    private const int MuchWork = 100;

    /// <summary>How many events cost as much as a statement.</summary>
    private const int StatementWork = 14;

    private readonly Lock _lock = new();
    private readonly LinkedList<PendingUnit> _waiting = [];
    private readonly Dictionary<string, int> _waitingStreams = new(StringComparer.Ordinal);
    private readonly HashSet<string> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _aggregates = [];
    private int _waitingEvents;
    private int _unitsUnderWay;

    /// <summary>How many have travelled together lately.</summary>
    private int _company;

    private int _groups;
    private int _mostUnits = MaxUnits;

    /// <summary>Whether none of those that wait may go before another has come to its end.</summary>
    private bool _isExhausted;

    /// <summary>Adds a unit, and gives the next group, if it may be sent now.</summary>
    public AppendGroup? Add(PendingUnit unit)
    {
        lock (_lock)
        {
            if (_waiting.Count == 0 && MayBegin(coming: 1) && !IsBlocked(unit, null) && !IsBusy(unit, null))
            {
                return Begin([unit]);
            }

            Enter(unit);
            return _isExhausted && (IsBlocked(unit, null) || IsBusy(unit, null)) ? null : Next();
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
            if (unit.Place is null)
            {
                return false;
            }

            Leave(unit);
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
            _unitsUnderWay -= group.Units.Count;
            _company = Math.Max(group.Units.Count, _company - 1);
            foreach (PendingUnit unit in group.Units)
            {
                if (unit.KeepsStreamOrder)
                {
                    foreach (RecordedPart part in unit.Unit.Parts)
                    {
                        _streams.Remove(part.StreamName);
                    }
                }

                if (!alone.Contains(unit))
                {
                    Free(unit);
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
            Free(unit);
            return Next();
        }
    }

    private AppendGroup? Next()
    {
        _isExhausted = false;
        if (_waiting.Count == 0 || !MayBegin())
        {
            return null;
        }

        var picked = new AppendPick(_mostUnits);
        for (LinkedListNode<PendingUnit>? node = _waiting.First, next; node is not null; node = next)
        {
            next = node.Next;
            PendingUnit unit = node.Value;
            if (IsBlocked(unit, picked) || IsBusy(unit, picked))
            {
                picked.Pass(unit);
            }
            else if (!picked.TryAdd(unit))
            {
                break;
            }
            else
            {
                Leave(unit);
            }
        }

        _isExhausted = picked.Units.Count == 0;
        return _isExhausted ? null : Begin(picked.Units);
    }

    private AppendGroup Begin(List<PendingUnit> units)
    {
        var group = new AppendGroup(units);
        _groups++;
        _unitsUnderWay += units.Count;
        foreach (PendingUnit unit in units)
        {
            unit.Group = group;
            if (unit.KeepsStreamOrder)
            {
                foreach (RecordedPart part in unit.Unit.Parts)
                {
                    _streams.Add(part.StreamName);
                }
            }

            foreach (Guid aggregate in unit.Unit.AggregateIds)
            {
                _aggregates[aggregate] = _aggregates.GetValueOrDefault(aggregate) + 1;
            }
        }

        return group;
    }

    /// <summary>
    /// Whether another transaction begins beside those under way: where there are few units in all, or so much waits
    /// that a processor of the server is better used than company.
    /// </summary>
    /// <param name="coming">How many units come to those that wait.</param>
    private bool MayBegin(int coming = 0) => _groups == 0
        || (_groups < MaxGroups && ((_unitsUnderWay + _waiting.Count + coming <= FewUnits && _company <= FewUnits) || _waitingEvents + (_waitingStreams.Count * StatementWork) >= MuchWork));

    private void Enter(PendingUnit unit)
    {
        unit.Place = _waiting.AddLast(unit);
        _waitingEvents += unit.EventCount;
        foreach (RecordedPart part in unit.Unit.Parts)
        {
            _waitingStreams[part.StreamName] = _waitingStreams.GetValueOrDefault(part.StreamName) + 1;
        }
    }

    private void Leave(PendingUnit unit)
    {
        _waiting.Remove(unit.Place!);
        unit.Place = null;
        _waitingEvents -= unit.EventCount;
        foreach (RecordedPart part in unit.Unit.Parts)
        {
            if (--_waitingStreams[part.StreamName] == 0)
            {
                _waitingStreams.Remove(part.StreamName);
            }
        }
    }

    private void Free(PendingUnit unit)
    {
        foreach (Guid aggregate in unit.Unit.AggregateIds)
        {
            if (--_aggregates[aggregate] == 0)
            {
                _aggregates.Remove(aggregate);
            }
        }
    }

    /// <summary>Whether one before it, whose order in the stream it has to keep, is on its way or has to wait.</summary>
    private bool IsBlocked(PendingUnit unit, AppendPick? picked)
    {
        if (!unit.KeepsStreamOrder)
        {
            return false;
        }

        foreach (RecordedPart part in unit.Unit.Parts)
        {
            if (_streams.Contains(part.StreamName) || (picked?.HasPassedStream(part.StreamName) ?? false))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one before it, of the same aggregate, is on its way or has to wait.</summary>
    private bool IsBusy(PendingUnit unit, AppendPick? picked)
    {
        if (_aggregates.Count == 0 && picked is not { HasPassedAggregates: true })
        {
            return false;
        }

        foreach (Guid aggregate in unit.Unit.AggregateIds)
        {
            if (_aggregates.ContainsKey(aggregate) || (picked?.HasPassedAggregate(aggregate) ?? false))
            {
                return true;
            }
        }

        return false;
    }
}
