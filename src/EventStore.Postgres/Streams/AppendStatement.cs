using EventStore.Providers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>The statements that store a unit: one for each part, more where a part is larger than a message may be.</summary>
internal static class AppendStatement
{
    /// <summary>The most that travels in one statement: the server takes a gigabyte, and copies what it takes.</summary>
    public const int MaxEvents = 5_000;
    private const long MaxBytes = 32 << 20;

    public static void AddTo(NpgsqlBatch batch, StoreSchema schema, RecordedUnit unit)
    {
        foreach (RecordedPart part in unit.Parts)
        {
            StreamTable table = schema.TableOf(part.StreamName);
            if (part.Events.Count == 1)
            {
                AddParameters(PostgresSession.Add(batch, table.AppendOneSql).Parameters, part.Events[0]);
            }
            else
            {
                AddTo(batch, table.AppendSql, part.Events);
            }
        }
    }

    /// <returns>The number of statements.</returns>
    public static int AddTo(NpgsqlBatch batch, string sql, IReadOnlyList<EventRecord> events)
    {
        int statements = 0;
        for (int start = 0; start < events.Count; statements++)
        {
            int count = CountOf(events, start);
            AddParameters(PostgresSession.Add(batch, sql).Parameters, events, start, count);
            start += count;
        }

        return statements;
    }

    /// <summary>Sends what <see cref="AddTo(NpgsqlBatch, StoreSchema, RecordedUnit)"/> made, and reads the position of each event.</summary>
    public static async ValueTask<long[]> SendAsync(NpgsqlBatch batch, int count, CancellationToken cancellationToken) =>
        await ReadAsync(await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false), count, cancellationToken).ConfigureAwait(false);

    /// <summary>Reads the position of each event, to the end of the answer.</summary>
    public static async ValueTask<long[]> ReadAsync(NpgsqlDataReader reader, int count, CancellationToken cancellationToken)
    {
        var positions = new long[count];
        int read = 0;
        await using (reader.ConfigureAwait(false))
        {
            do
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    positions[read++] = reader.GetInt64(0);
                }
            }
            while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
        }

        return read == count
            ? positions
            : throw new EventStoreException($"The server stored {read} of {count} events: the table of the store's tag has lost its row. Restore it, or install a new store.");
    }

    private static int CountOf(IReadOnlyList<EventRecord> events, int start)
    {
        int most = Math.Min(MaxEvents, events.Count - start);
        long bytes = 0;
        for (int count = 0; count < most; count++)
        {
            EventRecord record = events[start + count];
            bytes += record.Payload.Length + record.Metadata.Length;
            if (bytes > MaxBytes && count > 0)
            {
                return count;
            }
        }

        return most;
    }

    private static void AddParameters(NpgsqlParameterCollection parameters, EventRecord record)
    {
        bool belongsToAggregate = record.AggregateId != Guid.Empty;
        AddOne(parameters, record.AggregateVersion, NpgsqlDbType.Bigint, belongsToAggregate);
        AddOne(parameters, record.CreatedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
        AddOne(parameters, record.EventId, NpgsqlDbType.Uuid);
        AddOne(parameters, record.AggregateId, NpgsqlDbType.Uuid, belongsToAggregate);
        AddOne(parameters, record.IsLinked, NpgsqlDbType.Boolean);
        AddOne(parameters, record.AggregateType, NpgsqlDbType.Text, belongsToAggregate && record.AggregateType is not null);
        AddOne(parameters, record.Name, NpgsqlDbType.Text);
        AddOne(parameters, record.Payload, NpgsqlDbType.Json);
        AddOne(parameters, record.Metadata, NpgsqlDbType.Jsonb);
    }

    private static void AddOne<T>(NpgsqlParameterCollection parameters, T value, NpgsqlDbType type, bool hasValue = true) =>
        parameters.Add(hasValue ? new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type } : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type });

    private static void AddParameters(NpgsqlParameterCollection parameters, IReadOnlyList<EventRecord> events, int start, int count)
    {
        var versions = new long?[count];
        var times = new DateTime[count];
        var eventIds = new Guid[count];
        var aggregateIds = new Guid?[count];
        var links = new bool[count];
        var types = new string?[count];
        var names = new string[count];
        var payloads = new ReadOnlyMemory<byte>[count];
        var metadata = new ReadOnlyMemory<byte>[count];
        for (int i = 0; i < count; i++)
        {
            EventRecord record = events[start + i];
            bool belongsToAggregate = record.AggregateId != Guid.Empty;
            versions[i] = belongsToAggregate ? record.AggregateVersion : null;
            times[i] = record.CreatedAt.UtcDateTime;
            eventIds[i] = record.EventId;
            aggregateIds[i] = belongsToAggregate ? record.AggregateId : null;
            links[i] = record.IsLinked;
            types[i] = belongsToAggregate ? record.AggregateType : null;
            names[i] = record.Name;
            payloads[i] = record.Payload;
            metadata[i] = record.Metadata;
        }

        Add(parameters, versions, NpgsqlDbType.Bigint);
        Add(parameters, times, NpgsqlDbType.TimestampTz);
        Add(parameters, eventIds, NpgsqlDbType.Uuid);
        Add(parameters, aggregateIds, NpgsqlDbType.Uuid);
        Add(parameters, links, NpgsqlDbType.Boolean);
        Add(parameters, types, NpgsqlDbType.Text);
        Add(parameters, names, NpgsqlDbType.Text);
        Add(parameters, payloads, NpgsqlDbType.Json);
        Add(parameters, metadata, NpgsqlDbType.Jsonb);
    }

    private static void Add<T>(NpgsqlParameterCollection parameters, T[] values, NpgsqlDbType type) =>
        parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
}
