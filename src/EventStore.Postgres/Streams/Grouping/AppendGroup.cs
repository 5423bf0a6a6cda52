using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Units that share a transaction: one statement for each stream. A unit of a single event that is in conflict is left
/// out, and has changed nothing; where a unit has more events, any conflict fails the group. In each stream the units
/// are sorted by their aggregate, so that two processes never wait for each other crosswise; otherwise they keep their
/// order.
/// </summary>
internal sealed class AppendGroup(IReadOnlyList<PendingUnit> units) : AppendRequest(units[0].Unit, isBounded: true)
{
    /// <summary>The place of each event among those of all units, in the order of sending.</summary>
    private List<(EventRecord Record, int Place)> _sent = null!;

    public IReadOnlyList<PendingUnit> Units => units;

    /// <summary>Whether one unit's conflict leaves the others alone.</summary>
    public bool PassesConflicts { get; } = units.All(unit => unit.EventCount == 1);

    public override void AddTo(NpgsqlBatch batch, StoreSchema schema)
    {
        if (units.Count == 1)
        {
            base.AddTo(batch, schema);
            return;
        }

        var streams = new SortedDictionary<string, List<(PendingUnit Unit, RecordedPart Part, int First)>>(StringComparer.Ordinal);
        _sent = [];
        int first = 0;
        foreach (PendingUnit unit in units)
        {
            foreach (RecordedPart part in unit.Unit.Parts)
            {
                if (!streams.TryGetValue(part.StreamName, out List<(PendingUnit, RecordedPart, int)>? parts))
                {
                    streams.Add(part.StreamName, parts = []);
                }

                parts.Add((unit, part, first));
                first += part.Events.Count;
            }
        }

        foreach ((string streamName, List<(PendingUnit Unit, RecordedPart Part, int First)> parts) in streams)
        {
            var events = new List<EventRecord>();
            foreach ((_, RecordedPart part, int place) in parts.OrderBy(part => part.Unit.AggregateId))
            {
                for (int i = 0; i < part.Events.Count; i++)
                {
                    events.Add(part.Events[i]);
                    _sent.Add((part.Events[i], place + i));
                }
            }

            StreamTable table = schema.TableOf(streamName);
            AppendStatement.AddTo(batch, PassesConflicts ? table.BoundedAddSql : table.BoundedAppendSql, events);
        }
    }

    public override async ValueTask<long[]> SendAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        if (units.Count == 1)
        {
            return await base.SendAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        var positions = new long[_sent.Count];
        int next = 0;
        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            do
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    // In the order of sending; no two events of a group have the same id.
                    while (PassesConflicts && next < _sent.Count && _sent[next].Record.EventId != reader.GetGuid(1))
                    {
                        next++;
                    }

                    positions[_sent[next++].Place] = reader.GetInt64(0);
                }
            }
            while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
        }

        return positions;
    }

    /// <summary>Gives each unit its positions.</summary>
    /// <returns>The units that were left out.</returns>
    public List<PendingUnit> Complete(long[] positions)
    {
        var leftOut = new List<PendingUnit>();
        int first = 0;
        foreach (PendingUnit unit in units)
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
