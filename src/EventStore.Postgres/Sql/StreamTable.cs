using System.Security.Cryptography;
using System.Text;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// The table of one stream and the statements that name it. Only a hash of the stream's name is part of them.
/// Immutable.
/// </summary>
internal sealed class StreamTable
{
    private readonly StoreSchema _schema;
    private readonly string?[] _historySql = new string?[(int)EventColumns.All + 1];

    public StreamTable(StoreSchema schema, string streamName)
    {
        _schema = schema;
        StreamName = streamName;
        RegisteredName = Text.CanBeStored(streamName) ? streamName : "";

        // A name that the server cannot hold belongs to no stream; its hash must not be that of another name.
        TableName = $"_{Hash(RegisteredName.Length > 0 ? Encoding.UTF8.GetBytes(streamName) : Encoding.Unicode.GetBytes($"\0{streamName}"))}";
        Table = $"{schema.Schema}.{new SqlIdentifier(TableName)}";
    }

    public string StreamName { get; }

    /// <summary>The name to look for among the streams: empty, which no stream is called, if the server cannot hold it.</summary>
    public string RegisteredName { get; }

    /// <summary>The name as the catalogs hold it.</summary>
    public string TableName { get; }

    /// <summary>The name as it stands in a statement.</summary>
    public string Table { get; }

    /// <summary>
    /// Stores the events of a part. Its three steps follow each other by data dependency: the last position given
    /// out, a shared lock whose key is that position, then new positions. A follower that finds the lock stops at its
    /// key; one that does not sees the events, or has read the last position before they had theirs. A rollback to a
    /// savepoint gives a lock back, therefore every append takes its own.
    /// </summary>
    public string AppendSql => field ??= $"""
        with {_schema.Epoch}
        insert into {Table} (aggregate_version, created_at, event_id, aggregate_id, linked, aggregate_type, event_name, payload, metadata)
        select u.aggregate_version, u.created_at, u.event_id, u.aggregate_id, u.linked, u.aggregate_type, u.event_name, u.payload, u.metadata
        from epoch, unnest($1::bigint[], $2::timestamptz[], $3::uuid[], $4::uuid[], $5::boolean[], $6::text[], $7::text[], $8::json[], $9::jsonb[])
          with ordinality as u(aggregate_version, created_at, event_id, aggregate_id, linked, aggregate_type, event_name, payload, metadata, n)
        order by u.n
        returning position
        """;

    /// <summary>As <see cref="AppendSql"/>, for one event: nothing is to be unpacked and put in order.</summary>
    public string AppendOneSql => field ??= $"""
        with {_schema.Epoch}
        insert into {Table} (aggregate_version, created_at, event_id, aggregate_id, linked, aggregate_type, event_name, payload, metadata)
        select $1::bigint, $2::timestamptz, $3::uuid, $4::uuid, $5::boolean, $6::text, $7::text, $8::json, $9::jsonb
        from epoch
        returning position
        """;

    /// <summary>As <see cref="AppendSql"/>, but what is known at its place already is passed over.</summary>
    public string AddSql => field ??= AppendSql.Replace("returning position", "on conflict do nothing returning position, event_id", StringComparison.Ordinal);

    /// <summary>Takes events whose positions are reserved.</summary>
    public string CopySql =>
        $"copy {Table} (position, created_at, event_id, linked, event_name, payload, metadata, aggregate_version, aggregate_id, aggregate_type) from stdin (format binary)";

    /// <summary>Whether a name is one that a stream's table may bear.</summary>
    public static bool IsTableName(string name) => name.Length == 41 && name[0] == '_' && name.Skip(1).All(char.IsAsciiHexDigitLower);

    /// <summary>The name of a table's index of versions.</summary>
    public static string VersionIndexOf(string tableName) => tableName + "_version";

    /// <summary>A page of an aggregate's history.</summary>
    public string HistorySql(EventColumns columns) => _historySql[(int)columns] ??= $"""
        select aggregate_version, event_name, payload{(columns.HasFlag(EventColumns.Header) ? ", position, event_id, created_at" : "")}{(columns.HasFlag(EventColumns.Metadata) ? ", metadata" : "")}
        from {Table}
        where aggregate_type = $1 and aggregate_id = $2 and aggregate_version > $3 and not linked
        order by aggregate_version limit $4
        """;

    /// <summary>What stands where the events of aggregates would go.</summary>
    public string FindVersionsSql => field ??= $"""
        select u.i, e.position, e.event_id, e.event_name
        from unnest($1::int[], $2::text[], $3::uuid[], $4::bigint[]) as u(i, aggregate_type, aggregate_id, aggregate_version)
        join {Table} e on e.aggregate_type = u.aggregate_type and e.aggregate_id = u.aggregate_id
          and e.aggregate_version = u.aggregate_version and not e.linked
        """;

    /// <summary>What stands there of the events that have no claim on a version: they are known by their id.</summary>
    public string FindIdsSql => field ??= $"""
        select u.i, e.position, e.event_id, e.event_name
        from unnest($1::int[], $2::uuid[]) as u(i, event_id)
        join {Table} e on e.event_id = u.event_id and (e.aggregate_id is null or e.linked)
        """;

    /// <summary>Makes the table: columns of fixed width first, which saves 16 bytes a row.</summary>
    public string CreateSql => $"""
        create table {Table} (
          position bigint primary key default nextval({StoreSchema.Literal(_schema.Position)}),
          aggregate_version bigint,
          created_at timestamptz not null,
          event_id uuid not null,
          aggregate_id uuid,
          linked boolean not null default false,
          aggregate_type text collate "C",
          event_name text collate "C" not null,
          payload json not null,
          metadata jsonb not null)
        """;

    /// <summary>One event for each version of an aggregate; a link has no claim on it.</summary>
    public string CreateVersionIndexSql =>
        $"create unique index {new SqlIdentifier(VersionIndexOf(TableName))} on {Table} (aggregate_type, aggregate_id, aggregate_version) where not linked";

    /// <summary>
    /// One event for each id, where no version tells it apart. Links of the same aggregate may come from two streams:
    /// their ids differ, their versions do not.
    /// </summary>
    public string CreateEventIdIndexSql =>
        $"create unique index {new SqlIdentifier(TableName + "_event_id")} on {Table} (event_id) where aggregate_id is null or linked";

    /// <summary>Lets the server refuse every change of what is stored, the table's owner's too.</summary>
    public string ProtectSql =>
        $"create trigger append_only before update or delete or truncate on {Table} for each statement execute function {_schema.RefuseChange}()";

    /// <summary>Adds all that makes the table.</summary>
    /// <param name="batch">Where to.</param>
    /// <param name="isProtected">Whether the store is append-only.</param>
    public void AddCreation(NpgsqlBatch batch, bool isProtected)
    {
        PostgresSession.Add(batch, CreateSql);
        PostgresSession.Add(batch, CreateVersionIndexSql);
        PostgresSession.Add(batch, CreateEventIdIndexSql);
        if (isProtected)
        {
            PostgresSession.Add(batch, ProtectSql);
        }
    }

    public string DropSql => $"drop table if exists {Table}";

    /// <summary>A short name, no protection: two names with one hash are refused by the registry.</summary>
    private static string Hash(byte[] name) => Convert.ToHexStringLower(SHA1.HashData(name));
}
