using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>Creates, deletes and finds streams.</summary>
internal sealed class StreamRegistry(ISessionSource sessions)
{
    private readonly StoreSchema _schema = sessions.Schema;

    public async Task CreateAsync(string streamName, CancellationToken cancellationToken)
    {
        StreamTable table = _schema.TableOf(streamName);
        PostgresSession session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            try
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                bool isProtected = await RegisterAsync(session, table, cancellationToken).ConfigureAwait(false);
                NpgsqlBatch batch = session.CreateBatch();
                await using (batch.ConfigureAwait(false))
                {
                    table.AddCreation(batch, isProtected);
                    await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }

                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException exception)
            {
                throw exception.SqlState switch
                {
                    PostgresErrorCodes.UniqueViolation => new StreamAlreadyExistsException(streamName, exception),
                    PostgresErrorCodes.DuplicateTable => new EventStoreException(
                        $"The stream '{streamName}' was not created: its table {table.Table} or an index of it exists already and belongs to no stream. Rename or remove what is not the store's.", exception),
                    _ when PostgresErrors.IsMissing(exception) => new EventStoreNotInstalledException(_schema.Description, exception),
                    _ => PostgresErrors.Translate(exception, _schema, StoreOperation.CreateStream),
                };
            }
        }
    }

    /// <summary>Takes the name, and tells whether the store is append-only.</summary>
    private async Task<bool> RegisterAsync(PostgresSession session, StreamTable table, CancellationToken cancellationToken)
    {
        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            NpgsqlParameterCollection parameters = PostgresSession.Add(batch, $"insert into {_schema.Streams} (name, table_name) values ($1, $2) returning (select append_only from {_schema.Store})").Parameters;
            parameters.Add(new NpgsqlParameter<string> { TypedValue = table.StreamName });
            parameters.Add(new NpgsqlParameter<string> { TypedValue = table.TableName });
            return (bool)(await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }

    public async Task DeleteAsync(string streamName, CancellationToken cancellationToken)
    {
        StreamTable table = _schema.TableOf(streamName);
        PostgresSession session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            try
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                int rows;
                NpgsqlBatch deletion = session.CreateBatch();
                await using (deletion.ConfigureAwait(false))
                {
                    PostgresSession.Add(deletion, $"delete from {_schema.Streams} where name = $1").Parameters.Add(new NpgsqlParameter<string> { TypedValue = table.RegisteredName });
                    rows = await deletion.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }

                if (rows == 0)
                {
                    throw new StreamNotFoundException(streamName);
                }

                NpgsqlBatch drop = session.CreateBatch();
                await using (drop.ConfigureAwait(false))
                {
                    PostgresSession.Add(drop, table.DropSql);
                    await drop.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }

                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException exception)
            {
                throw PostgresErrors.IsMissing(exception)
                    ? new EventStoreNotInstalledException(_schema.Description, exception)
                    : PostgresErrors.Translate(exception, _schema, StoreOperation.DeleteStream);
            }
        }
    }

    public async Task<bool> ExistsAsync(string streamName, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, long> ids = await FindIdsAsync([streamName], cancellationToken).ConfigureAwait(false);
        return ids.Count > 0;
    }

    /// <summary>
    /// What a missing table means: the first of the streams that does not exist, or a store that was never installed.
    /// Null if everything is there by now.
    /// </summary>
    public async Task<EventStoreException?> ExplainMissingAsync(IEnumerable<string> streamNames, PostgresException exception, CancellationToken cancellationToken)
    {
        string[] names = [.. streamNames];
        IReadOnlyDictionary<string, long> ids = await FindIdsAsync(names, cancellationToken).ConfigureAwait(false);
        return names.FirstOrDefault(name => !ids.ContainsKey(name)) is { } missing ? new StreamNotFoundException(missing, exception) : null;
    }

    private async Task<IReadOnlyDictionary<string, long>> FindIdsAsync(string[] names, CancellationToken cancellationToken)
    {
        PostgresSession session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            NpgsqlBatch batch = session.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                PostgresSession.Add(batch, _schema.StreamIdsSql).Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. names.Where(Text.CanBeStored)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
                try
                {
                    var ids = new Dictionary<string, long>(StringComparer.Ordinal);
                    NpgsqlDataReader reader = await session.ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
                    await using (reader.ConfigureAwait(false))
                    {
                        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                        {
                            ids[reader.GetString(0)] = reader.GetInt64(1);
                        }
                    }

                    return ids;
                }
                catch (PostgresException exception)
                {
                    throw PostgresErrors.IsMissing(exception)
                        ? new EventStoreNotInstalledException(_schema.Description, exception)
                        : PostgresErrors.Translate(exception, _schema);
                }
            }
        }
    }
}
