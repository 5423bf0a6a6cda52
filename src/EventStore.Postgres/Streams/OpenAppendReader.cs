using Npgsql;

namespace EventStore.Postgres;

/// <summary>Finds the appends that are open, and who makes them.</summary>
internal sealed class OpenAppendReader(ISessionSource sessions)
{
    private readonly StoreSchema _schema = sessions.Schema;

    public async Task<IReadOnlyList<OpenAppend>> FetchAsync(CancellationToken cancellationToken)
    {
        PostgresSession session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await FetchAsync(session, _schema, cancellationToken).ConfigureAwait(false);
        }
    }

    public static async ValueTask<IReadOnlyList<OpenAppend>> FetchAsync(PostgresSession session, StoreSchema schema, CancellationToken cancellationToken)
    {
        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            PostgresSession.Add(batch, $"""
                select h.epoch, coalesce(h.pid, 0), clock_timestamp() - a.xact_start, coalesce(a.datname, ''), coalesce(a.application_name, ''),
                  case when h.pid is null then 'prepared transaction' else coalesce(a.state, '') end, coalesce(a.query, '')
                from ({EpochLocks.HoldersSql(schema)}) h
                left join pg_stat_activity a on a.pid = h.pid
                order by h.epoch, a.xact_start
                """);
            try
            {
                var appends = new List<OpenAppend>();
                NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        TimeSpan? age = reader.IsDBNull(2) ? null : reader.GetTimeSpan(2);
                        appends.Add(new OpenAppend(reader.GetInt64(0), reader.GetInt32(1), age, reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6)));
                    }
                }

                return appends;
            }
            catch (PostgresException exception)
            {
                throw PostgresErrors.IsMissing(exception)
                    ? new EventStoreNotInstalledException(schema.Description, exception)
                    : PostgresErrors.Translate(exception, schema);
            }
        }
    }
}
