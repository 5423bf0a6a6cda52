using EventStore.Providers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>
/// A large unit: its positions are reserved under the lock that followers look at, and its events copied, which is worth
/// the round trips more from some hundreds of events on.
/// </summary>
internal sealed class CopyRequest(RecordedUnit unit, bool isBounded) : AppendRequest(isBounded)
{
    /// <summary>Where copying overtakes the single statement.</summary>
    public const int LeastEvents = 500;

    public override async ValueTask<long[]> ExecuteAsync(PostgresSession session, StoreSchema schema, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        long[] positions = await ReserveAsync(session, schema, cancellationToken).ConfigureAwait(false);
        int first = 0;
        foreach (RecordedPart part in unit.Parts)
        {
            await CopyAsync(session, schema.TableOf(part.StreamName), part.Events, positions.AsMemory(first, part.Events.Count), cancellationToken).ConfigureAwait(false);
            first += part.Events.Count;
        }

        cancellationToken.ThrowIfCancellationRequested();
        IsSent = true;
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return positions;
    }

    private async ValueTask<long[]> ReserveAsync(PostgresSession session, StoreSchema schema, CancellationToken cancellationToken)
    {
        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            AddBound(batch);
            PostgresSession.Add(batch, schema.ReserveSql)
                .Parameters.Add(new NpgsqlParameter<int> { TypedValue = unit.EventCount, NpgsqlDbType = NpgsqlDbType.Integer });
            NpgsqlDataReader reader = await ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
            return await AppendStatement.ReadAsync(reader, unit.EventCount, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask CopyAsync(PostgresSession session, StreamTable table, IReadOnlyList<EventRecord> events, ReadOnlyMemory<long> positions, CancellationToken cancellationToken)
    {
        NpgsqlBinaryImporter importer = await session.Connection.BeginBinaryImportAsync(table.CopySql, cancellationToken).ConfigureAwait(false);
        await using (importer.ConfigureAwait(false))
        {
            if (session.CommandTimeout is { } seconds)
            {
                importer.Timeout = TimeSpan.FromSeconds(seconds);
            }

            for (int i = 0; i < events.Count; i++)
            {
                await WriteAsync(importer, events[i], positions.Span[i], cancellationToken).ConfigureAwait(false);
            }

            await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask WriteAsync(NpgsqlBinaryImporter importer, EventRecord record, long position, CancellationToken cancellationToken)
    {
        await importer.StartRowAsync(cancellationToken).ConfigureAwait(false);
        await importer.WriteAsync(position, NpgsqlDbType.Bigint, cancellationToken).ConfigureAwait(false);
        await importer.WriteAsync(record.CreatedAt.UtcDateTime, NpgsqlDbType.TimestampTz, cancellationToken).ConfigureAwait(false);
        await importer.WriteAsync(record.EventId, NpgsqlDbType.Uuid, cancellationToken).ConfigureAwait(false);
        await importer.WriteAsync(record.IsLinked, NpgsqlDbType.Boolean, cancellationToken).ConfigureAwait(false);
        await importer.WriteAsync(record.Name, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
        await importer.WriteAsync(record.Payload, NpgsqlDbType.Json, cancellationToken).ConfigureAwait(false);
        await importer.WriteAsync(record.Metadata, NpgsqlDbType.Jsonb, cancellationToken).ConfigureAwait(false);
        if (record.AggregateId == Guid.Empty)
        {
            await importer.WriteNullAsync(cancellationToken).ConfigureAwait(false);
            await importer.WriteNullAsync(cancellationToken).ConfigureAwait(false);
            await importer.WriteNullAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        await importer.WriteAsync(record.AggregateVersion, NpgsqlDbType.Bigint, cancellationToken).ConfigureAwait(false);
        await importer.WriteAsync(record.AggregateId, NpgsqlDbType.Uuid, cancellationToken).ConfigureAwait(false);
        await importer.WriteAsync(record.AggregateType!, NpgsqlDbType.Text, cancellationToken).ConfigureAwait(false);
    }
}
