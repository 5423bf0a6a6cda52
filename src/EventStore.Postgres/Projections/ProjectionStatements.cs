using Npgsql;

namespace EventStore.Postgres;

/// <summary>Sends statements on projections in one round trip, which is one transaction.</summary>
internal sealed class ProjectionStatements(PostgresConnections connections)
{
    /// <summary>Sends statements that write, and commits them.</summary>
    public ValueTask<T> WriteAsync<T>(Action<NpgsqlBatch> add, Func<NpgsqlDataReader, ValueTask<T>> read, CancellationToken cancellationToken) =>
        ExecuteAsync(StoreOperation.Project, add, read, cancellationToken);

    /// <summary>Sends statements that read.</summary>
    public ValueTask<T> ReadAsync<T>(Action<NpgsqlBatch> add, Func<NpgsqlDataReader, ValueTask<T>> read, CancellationToken cancellationToken) =>
        ExecuteAsync(StoreOperation.ReadProjection, add, read, cancellationToken);

    /// <summary>Sends a batch, and reads all that it returns.</summary>
    public static async ValueTask<T> ReadAsync<T>(
        PostgresSession session, NpgsqlBatch batch, Func<NpgsqlDataReader, ValueTask<T>> read, StoreSchema schema, StoreOperation operation, CancellationToken cancellationToken)
    {
        try
        {
            NpgsqlDataReader reader = await session.ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                T result = await read(reader).ConfigureAwait(false);

                // To the end, where the failure of a commit would stand.
                while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
                {
                }

                return result;
            }
        }
        catch (PostgresException exception)
        {
            throw ProjectionErrors.Translate(exception, schema, operation);
        }
    }

    private async ValueTask<T> ExecuteAsync<T>(StoreOperation operation, Action<NpgsqlBatch> add, Func<NpgsqlDataReader, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        PostgresSession session = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            NpgsqlBatch batch = operation == StoreOperation.Project ? session.CreateWritingBatch() : session.CreateReadingBatch();
            await using (batch.ConfigureAwait(false))
            {
                add(batch);
                session.AddCommit(batch);
                return await ReadAsync(session, batch, read, connections.Schema, operation, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
