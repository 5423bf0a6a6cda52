using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>
/// Makes the store's own tables, and brings those of an earlier layout to the one of today. Whatever of them exists is
/// complete: each upgrade is one transaction.
/// </summary>
internal sealed class SchemaInstaller(PostgresConnections connections, bool appendOnly)
{
    /// <summary>Tells these locks from other users' of two-part advisory locks.</summary>
    private const int InstallLock = 0x45534442;

    private const int MaxAttempts = 6;

    private readonly StoreSchema _schema = connections.Schema;

    public async Task InstallAsync(CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await TryAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (PostgresException exception) when (attempt < MaxAttempts && PostgresErrors.IsRetryable(exception))
            {
                // A deadlock with an append to several streams, whose tables get their triggers: it is rolled back.
            }
            catch (PostgresException exception)
            {
                throw PostgresErrors.Translate(exception, _schema, StoreOperation.Install);
            }
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        PostgresSession session = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            if (appendOnly || await ReadVersionAsync(session, cancellationToken).ConfigureAwait(false) is not StoreSchema.Version)
            {
                await UpgradeAsync(session, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task UpgradeAsync(PostgresSession session, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await LockAsync(session, cancellationToken).ConfigureAwait(false);
        int version = await ReadVersionAsync(session, cancellationToken).ConfigureAwait(false) ?? 0;
        if (version > StoreSchema.Version)
        {
            throw new EventStoreException($"The event store ({_schema.Description}) has the layout {version}, and this version of the library knows layouts up to {StoreSchema.Version}. Use the version of the library that fits it.");
        }

        if (version < StoreSchema.Version)
        {
            var statements = new List<string>();
            if (version == 0 && !await SchemaExistsAsync(session, cancellationToken).ConfigureAwait(false))
            {
                // A role without the right to make schemas may install into one that was made for it.
                statements.Add($"create schema {_schema.Schema}");
            }

            await ExecuteAsync(session, [.. statements, .. SchemaSteps.From(version, _schema)], cancellationToken).ConfigureAwait(false);
        }

        if (appendOnly)
        {
            await ProtectAsync(session, cancellationToken).ConfigureAwait(false);
        }

        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Protects every table of a stream that is not yet; streams that are being made wait for the lock.</summary>
    private async Task ProtectAsync(PostgresSession session, CancellationToken cancellationToken)
    {
        await ExecuteAsync(session, [$"lock table {_schema.Streams} in share row exclusive mode", $"update {_schema.Store} set append_only = true where not append_only"], cancellationToken).ConfigureAwait(false);
        var names = new List<string>();
        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            PostgresSession.Add(batch, $"""
                select s.name
                from {_schema.Streams} s
                join pg_class c on c.relname = s.table_name
                join pg_namespace n on n.oid = c.relnamespace and n.nspname = $1
                where not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only')
                """).Parameters.Add(new NpgsqlParameter<string> { TypedValue = _schema.Schema.Name, NpgsqlDbType = NpgsqlDbType.Text });
            NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    names.Add(reader.GetString(0));
                }
            }
        }

        await ExecuteAsync(session, [.. names.Select(name => _schema.TableOf(name).ProtectSql)], cancellationToken).ConfigureAwait(false);
    }

    private async Task LockAsync(PostgresSession session, CancellationToken cancellationToken)
    {
        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            NpgsqlParameterCollection parameters = PostgresSession.Add(batch, "select pg_advisory_xact_lock($1, hashtext($2))").Parameters;
            parameters.Add(new NpgsqlParameter<int> { TypedValue = InstallLock });
            parameters.Add(new NpgsqlParameter<string> { TypedValue = _schema.Schema.Name });
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ExecuteAsync(PostgresSession session, IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        if (statements.Count == 0)
        {
            return;
        }

        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            foreach (string sql in statements)
            {
                PostgresSession.Add(batch, sql);
            }

            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int?> ReadVersionAsync(PostgresSession session, CancellationToken cancellationToken)
    {
        // By a snapshot: to_regclass would answer from a cache that holds what was missing when the transaction began.
        const string Sql = "select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = 'store')";
        if (!await ExistsAsync(session, Sql, _schema.Schema.Name, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            PostgresSession.Add(batch, $"select schema_version from {_schema.Store}");
            return (int?)await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<bool> SchemaExistsAsync(PostgresSession session, CancellationToken cancellationToken) =>
        ExistsAsync(session, "select exists (select from pg_namespace where nspname = $1)", _schema.Schema.Name, cancellationToken);

    private static async Task<bool> ExistsAsync(PostgresSession session, string sql, string name, CancellationToken cancellationToken)
    {
        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            PostgresSession.Add(batch, sql).Parameters.Add(new NpgsqlParameter<string> { TypedValue = name, NpgsqlDbType = NpgsqlDbType.Text });
            return (bool)(await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
        }
    }
}
