namespace EventStore.Postgres;

/// <summary>The locks that open appends hold: the key of each has the store's tag, and below it the last position of then.</summary>
internal static class EpochLocks
{
    private const string Epoch = "((l.classid::bigint & 65535) << 32) | l.objid::bigint";

    /// <summary>The lowest position that an open append was begun at; null if none is open.</summary>
    public static string LowestSql(StoreSchema schema) => $"select min({Epoch}) {From(schema)}";

    /// <summary>Each open append, with the process that makes it.</summary>
    public static string HoldersSql(StoreSchema schema) => $"select {Epoch} as epoch, l.pid {From(schema)}";

    private static string From(StoreSchema schema) => $"""
        from {schema.Store} s
        join pg_locks l on l.classid::bigint >> 16 = s.tag
        where l.locktype = 'advisory' and l.objsubid = 1 and l.mode = 'ShareLock' and l.granted
          and l.database = (select oid from pg_database where datname = current_database())
        """;
}
