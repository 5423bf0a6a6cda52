using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>Makes the store's own tables. Whatever of them exists is complete: they are made in one transaction.</summary>
internal sealed class SchemaInstaller(PostgresConnections connections)
{
    /// <summary>Tells these locks from other users' of two-part advisory locks.</summary>
    private const int InstallLock = 0x45534442;

    private readonly StoreSchema _schema = connections.Schema;

    public async Task InstallAsync(CancellationToken cancellationToken)
    {
        PostgresSession session = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            try
            {
                if (await ReadVersionAsync(session, cancellationToken).ConfigureAwait(false) is { } version)
                {
                    Check(version);
                    return;
                }

                await CreateAsync(session, cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException exception)
            {
                throw PostgresErrors.Translate(exception, _schema);
            }
        }
    }

    private async Task CreateAsync(PostgresSession session, CancellationToken cancellationToken)
    {
        NpgsqlTransaction transaction = await session.Connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            NpgsqlBatch locking = session.CreateBatch();
            await using (locking.ConfigureAwait(false))
            {
                NpgsqlParameterCollection parameters = PostgresSession.Add(locking, "select pg_advisory_xact_lock($1, hashtext($2))").Parameters;
                parameters.Add(new NpgsqlParameter<int> { TypedValue = InstallLock });
                parameters.Add(new NpgsqlParameter<string> { TypedValue = _schema.Schema.Name });
                await locking.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            if (await ReadVersionAsync(session, cancellationToken).ConfigureAwait(false) is { } version)
            {
                Check(version);
                return;
            }

            NpgsqlBatch batch = session.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                // A role without the right to make schemas may install into one that was made for it.
                if (!await SchemaExistsAsync(session, cancellationToken).ConfigureAwait(false))
                {
                    PostgresSession.Add(batch, $"create schema {_schema.Schema}");
                }

                foreach (string sql in Statements())
                {
                    PostgresSession.Add(batch, sql);
                }

                await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private IEnumerable<string> Statements()
    {
        // One sequence for the store. A cache would hand out positions in blocks, out of the order of the appends.
        yield return $"create sequence {_schema.Position} as bigint minvalue 1 maxvalue {StoreSchema.MaxPosition} cache 1 no cycle";

        // A fresh sequence says that its last value is 1 before 1 is given out: spend it, and the two never differ.
        yield return $"select nextval({StoreSchema.Literal(_schema.Position)})";

        yield return $"""
            create table {_schema.Store} (
              singleton boolean primary key default true check (singleton),
              tag smallint not null check (tag >= 0),
              schema_version int not null)
            """;

        // The tag keeps the locks of the stores of one database apart. Two that share one by chance hold each other
        // up, and nothing worse: a sequence's oid is as good as any number.
        yield return $"""
            insert into {_schema.Store} (tag, schema_version)
            select ({StoreSchema.Literal(_schema.Position)}::regclass::oid::bigint % 32768)::smallint, {StoreSchema.Version}
            """;

        yield return $"""
            create table {_schema.Streams} (
              id bigint generated always as identity primary key,
              name text collate "C" not null unique,
              table_name text collate "C" not null unique,
              created_by_projection text collate "C",
              created_at timestamptz not null default clock_timestamp())
            """;
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

    private void Check(int version)
    {
        if (version != StoreSchema.Version)
        {
            throw new EventStoreException($"The event store ({_schema.Description}) has the layout {version}, and this version of the library knows {StoreSchema.Version}. Use the version of the library that fits it.");
        }
    }
}
