namespace EventStore.ReliabilityTests;

/// <summary>Holds what writers were told against what is stored. Each invariant gives the events that break it.</summary>
internal sealed class HistoryCheck
{
    private readonly IReadOnlyList<Intent> _intents;
    private readonly IReadOnlyList<StoredRow> _rows;
    private readonly ILookup<(string Stream, Guid EventId), StoredRow> _stored;

    /// <param name="intents">Everything that was tried.</param>
    /// <param name="rows">Everything that is stored, in the order of positions.</param>
    public HistoryCheck(IEnumerable<Intent> intents, IReadOnlyList<StoredRow> rows)
    {
        _intents = [.. intents];
        _rows = rows;
        _stored = rows.ToLookup(row => (row.Stream, row.EventId));
    }

    public int Stored => _intents.Count(intent => intent.Verdict == Verdict.Stored);

    public int Refused => _intents.Count(intent => intent.Verdict == Verdict.Refused);

    public int Unknown => _intents.Count(intent => intent.Verdict == Verdict.Unknown);

    /// <summary>Invariant 1: an acknowledged event is stored, and where its writer was told.</summary>
    public int Lost => _intents.Count(intent => intent.Verdict == Verdict.Stored && !RowsOf(intent).Any(row => intent.Position == 0 || row.Position == intent.Position));

    /// <summary>Invariants 1 and 3: nothing is stored twice.</summary>
    public int Twice => _stored.Count(rows => rows.Count() > 1);

    /// <summary>Invariant 2: what was refused is not stored.</summary>
    public int RefusedYetStored => _intents.Count(intent => intent.Verdict == Verdict.Refused && RowsOf(intent).Any());

    /// <summary>Invariant 3: nothing is stored that nobody wanted, or other than it was wanted.</summary>
    public int Foreign
    {
        get
        {
            var wanted = _intents.ToDictionary(intent => (intent.Stream, intent.EventId));
            return _rows.Count(row => !wanted.TryGetValue((row.Stream, row.EventId), out Intent? intent) || intent.AggregateId != row.AggregateId || intent.Version != row.Version);
        }
    }

    /// <summary>Invariant 4: the versions of an aggregate are 1 to n, in the order of their positions.</summary>
    public int BrokenAggregates =>
        _rows.Where(row => row.AggregateId != Guid.Empty)
            .GroupBy(row => (row.Stream, row.AggregateId))
            .Count(history => !history.Select(row => row.Version).SequenceEqual(Enumerable.Range(1, history.Count()).Select(version => (long)version)));

    /// <summary>Invariant 5: what was acknowledged before an append began stands before it.</summary>
    public int OutOfOrder
    {
        get
        {
            Intent[] stored = [.. _intents.Where(intent => intent is { Verdict: Verdict.Stored, Position: > 0 })];
            Intent[] ended = [.. stored.OrderBy(intent => intent.Ended)];
            int next = 0;
            long highest = 0;
            int broken = 0;
            foreach (Intent intent in stored.OrderBy(intent => intent.Began))
            {
                for (; next < ended.Length && ended[next].Ended < intent.Began; next++)
                {
                    highest = Math.Max(highest, ended[next].Position);
                }

                broken += intent.Position < highest ? 1 : 0;
            }

            return broken;
        }
    }

    public bool IsFaithful => Lost + Twice + RefusedYetStored + Foreign + BrokenAggregates + OutOfOrder == 0;

    public override string ToString() =>
        $"{_intents.Count} events: {Stored} acknowledged, {Refused} refused, {Unknown} unknown, {_rows.Count} stored; lost {Lost}, twice {Twice}, refused yet stored {RefusedYetStored}, foreign {Foreign}, broken aggregates {BrokenAggregates}, out of order {OutOfOrder}";

    private IEnumerable<StoredRow> RowsOf(Intent intent) => _stored[(intent.Stream, intent.EventId)];
}
