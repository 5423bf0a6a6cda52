namespace EventStore.LoadTest.Limit;

/// <summary>
/// The statements of the bare limit, which docs/performance.md shows word for word. <c>"_stream"</c> stands for the
/// table of a stream, as the library's own installation makes it.
/// </summary>
internal static class LimitStatements
{
    /// <summary>What stands in a statement where a stream's table belongs.</summary>
    private const string Placeholder = "\"_stream\"";

    public const string Append = """
        with epoch as materialized (
          select pg_advisory_xact_lock_shared(pg_sequence_last_value('load_test.position'::regclass) | ($9::bigint << 48)))
        insert into load_test."_stream" (aggregate_version, created_at, event_id, aggregate_id, aggregate_type, event_name, payload, metadata)
        select u.aggregate_version, u.created_at, u.event_id, u.aggregate_id, u.aggregate_type, u.event_name, u.payload, u.metadata
        from epoch, unnest($1::bigint[], $2::timestamptz[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::json[], $8::jsonb[])
          with ordinality as u(aggregate_version, created_at, event_id, aggregate_id, aggregate_type, event_name, payload, metadata, n)
        order by u.n
        returning position
        """;

    public const string CopyLock = "select pg_advisory_xact_lock_shared(pg_sequence_last_value('load_test.position'::regclass) | ($1::bigint << 48))";

    public const string Copy = """
        copy load_test."_stream" (aggregate_version, created_at, event_id, aggregate_id, aggregate_type, event_name, payload, metadata)
        from stdin (format binary)
        """;

    public const string Rehydrate = """
        select aggregate_version, event_name, payload from load_test."_stream"
        where aggregate_type = $1 and aggregate_id = $2 and aggregate_version > 0 and not linked
        order by aggregate_version
        """;

    public const string Page = """
        select position, aggregate_version, event_name, payload, event_id, created_at, aggregate_id, aggregate_type, metadata
        from load_test."_stream"
        where position > $1 order by position limit $2
        """;

    public const string MergeArm = """
        (select position, aggregate_version, event_name, payload, event_id, created_at, aggregate_id, aggregate_type, metadata
        from load_test."_stream" where position > $1 order by position limit $2)
        """;

    public const string MergeBetween = "union all";

    public const string MergeEnd = "order by position limit $2";

    public const string Follow = """
        select position, aggregate_id, event_name, payload from load_test."_stream" order by position
        """;

    public const string WriteRows = """
        insert into load_test.limit_balances as b (account, owner, balance, reference)
        select account, owner, balance, reference
        from unnest($1::uuid[], $2::text[], $3::numeric[], $4::text[]) as u(account, owner, balance, reference)
        on conflict (account) do update
        set owner = coalesce(excluded.owner, b.owner), balance = coalesce(excluded.balance, b.balance), reference = excluded.reference
        """;

    public const string WriteCheckpoint = "update load_test.limit_checkpoints set position = $2, stored_at = clock_timestamp() where name = $1";

    /// <summary>All of them, for whoever looks whether the documentation has them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Append, CopyLock, Copy, Rehydrate, Page, MergeArm, MergeBetween, MergeEnd, Follow, WriteRows, WriteCheckpoint];

    /// <summary>A statement for the table of a stream.</summary>
    public static string Of(string statement, string table) => statement.Replace(Placeholder, $"\"{table}\"", StringComparison.Ordinal);

    /// <summary>The statement that merges streams: an arm for each, with its own order and limit.</summary>
    public static string Merge(IEnumerable<string> tables) =>
        $"{string.Join($"\n{MergeBetween}\n", tables.Select(table => Of(MergeArm, table)))}\n{MergeEnd}";
}
