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
            AddTo(batch, schema);
            await session.PrepareAsync(batch, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            IsSent = true;
            return await SendAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    protected virtual void AddTo(NpgsqlBatch batch, StoreSchema schema)
    {
        foreach (RecordedPart part in units[0].Parts)
        {
            StreamTable table = schema.TableOf(part.StreamName);
            AppendStatement.AddTo(batch, IsBounded ? table.BoundedAppendSql : table.AppendSql, part.Events);
        }
    }

    /// <returns>The position of each event.</returns>
    protected virtual ValueTask<long[]> SendAsync(NpgsqlBatch batch, CancellationToken cancellationToken) =>
        AppendStatement.SendAsync(batch, units[0].EventCount, cancellationToken);
}
