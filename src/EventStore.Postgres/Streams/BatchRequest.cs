using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>Units that are one transaction in one round trip.</summary>
internal class BatchRequest(IReadOnlyList<RecordedUnit> units, bool isBounded) : AppendRequest(isBounded)
{
    public override async ValueTask<long[]> ExecuteAsync(PostgresSession session, StoreSchema schema, CancellationToken cancellationToken)
    {
        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            AddBound(batch);
            AddTo(batch, schema);
            await PrepareAsync(session, batch, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            IsSent = true;
            return await ReadAsync(await ExecuteAsync(batch, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
    }

    protected virtual void AddTo(NpgsqlBatch batch, StoreSchema schema)
    {
        foreach (RecordedPart part in units[0].Parts)
        {
            AppendStatement.AddTo(batch, schema.TableOf(part.StreamName).AppendSql, part.Events);
        }
    }

    /// <returns>The position of each event.</returns>
    protected virtual ValueTask<long[]> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        AppendStatement.ReadAsync(reader, units[0].EventCount, cancellationToken);
}
