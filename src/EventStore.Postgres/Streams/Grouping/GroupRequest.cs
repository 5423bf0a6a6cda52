using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Several callers' units on their way: one statement for each stream, in which they keep their order.
/// </summary>
internal sealed class GroupRequest(IReadOnlyList<PendingUnit> units, bool passesConflicts) : BatchRequest(isBounded: true)
{
    /// <summary>The place of each event among those of all units, in the order of sending.</summary>
    private readonly List<(EventRecord Record, int Place)> _sent = [];

    protected override void AddTo(NpgsqlBatch batch, StoreSchema schema)
    {
        var streams = new SortedDictionary<string, List<(RecordedPart Part, int First)>>(StringComparer.Ordinal);
        int first = 0;
        foreach (PendingUnit unit in units)
        {
            foreach (RecordedPart part in unit.Unit.Parts)
            {
                if (!streams.TryGetValue(part.StreamName, out List<(RecordedPart, int)>? parts))
                {
                    streams.Add(part.StreamName, parts = []);
                }

                parts.Add((part, first));
                first += part.Events.Count;
            }
        }

        foreach ((string streamName, List<(RecordedPart Part, int First)> parts) in streams)
        {
            var events = new List<EventRecord>();
            foreach ((RecordedPart part, int place) in parts)
            {
                for (int i = 0; i < part.Events.Count; i++)
                {
                    events.Add(part.Events[i]);
                    _sent.Add((part.Events[i], place + i));
                }
            }

            StreamTable table = schema.TableOf(streamName);
            AppendStatement.AddTo(batch, passesConflicts ? table.AddSql : table.AppendSql, events);
        }
    }

    protected override async ValueTask<long[]> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var positions = new long[_sent.Count];
        int next = 0;
        await using (reader.ConfigureAwait(false))
        {
            do
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    // In the order of sending; no two events of a group have the same id.
                    while (passesConflicts && next < _sent.Count && _sent[next].Record.EventId != reader.GetGuid(1))
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
}
