using Npgsql;

namespace EventStore.Postgres;

/// <summary>What is one transaction in one round trip.</summary>
internal abstract class BatchRequest(bool isBounded) : AppendRequest(isBounded)
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

    protected abstract void AddTo(NpgsqlBatch batch, StoreSchema schema);

    /// <returns>The position of each event.</returns>
    protected abstract ValueTask<long[]> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken);
}
