using EventStore.Providers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>The statements by which a checkpoint sets events aside, and takes them back.</summary>
internal static class ParkedEventStatements
{
    public static void AddTo(NpgsqlBatch batch, StoreSchema schema, long projectionId, ProjectionCheckpoint checkpoint)
    {
        if (checkpoint.Resumed.Count > 0)
        {
            NpgsqlBatchCommand deletion = PostgresSession.Add(batch, $"""
                delete from {schema.ParkedEvents} e using unnest($2::bigint[], $3::bigint[]) as u(position, stream_id)
                where e.projection_id = $1 and e.position = u.position and e.stream_id = u.stream_id
                """);
            deletion.AddNumber(projectionId);
            AddPlaces(deletion, checkpoint.Resumed);
        }

        if (checkpoint.Parked.Count > 0)
        {
            // The last one of a place counts: a statement must not touch a row twice.
            ParkedEvent[] parked = [.. checkpoint.Parked.GroupBy(e => (e.Position, e.StreamId)).Select(place => place.Last())];
            NpgsqlBatchCommand insertion = PostgresSession.Add(batch, $"""
                insert into {schema.ParkedEvents}
                  (projection_id, position, stream_id, stream_name, event_id, event_name, aggregate_id, aggregate_type, error, attempts)
                select $1, u.* from unnest($2::bigint[], $3::bigint[], $4::text[], $5::uuid[], $6::text[], $7::uuid[], $8::text[], $9::text[], $10::int[]) as u
                on conflict (projection_id, position, stream_id) do update
                set stream_name = excluded.stream_name, event_id = excluded.event_id, event_name = excluded.event_name, aggregate_id = excluded.aggregate_id,
                  aggregate_type = excluded.aggregate_type, error = excluded.error, attempts = excluded.attempts, parked_at = clock_timestamp()
                """);
            insertion.AddNumber(projectionId);
            AddPlaces(insertion, parked);
            insertion.AddArray(parked, NpgsqlDbType.Text, e => e.StreamName);
            insertion.AddArray(parked, NpgsqlDbType.Uuid, e => e.EventId);
            insertion.AddArray(parked, NpgsqlDbType.Text, e => e.EventName);
            insertion.AddArray(parked, NpgsqlDbType.Uuid, e => e.AggregateId == Guid.Empty ? (Guid?)null : e.AggregateId);
            insertion.AddArray(parked, NpgsqlDbType.Text, e => e.AggregateType);
            insertion.AddArray(parked, NpgsqlDbType.Text, e => Storable(e.Error));
            insertion.AddArray(parked, NpgsqlDbType.Integer, e => e.Attempts);
        }
    }

    private static void AddPlaces(NpgsqlBatchCommand command, IReadOnlyList<ParkedEvent> events)
    {
        command.AddArray(events, NpgsqlDbType.Bigint, e => e.Position);
        command.AddArray(events, NpgsqlDbType.Bigint, e => e.StreamId);
    }

    /// <summary>An exception's message may hold anything, and must not keep the event from being parked.</summary>
    private static string? Storable(string? error)
    {
        if (error is null || Text.CanBeStored(error))
        {
            return error;
        }

        return string.Concat(error.EnumerateRunes().Select(rune => rune.Value == 0 ? "\uFFFD" : rune.ToString()));
    }
}
