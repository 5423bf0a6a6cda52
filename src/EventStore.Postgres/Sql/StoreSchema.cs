using System.Collections.Concurrent;

namespace EventStore.Postgres;

/// <summary>The names of a store's own objects, as they stand in statements. Immutable and thread-safe.</summary>
internal sealed class StoreSchema
{
    /// <summary>The layout that this version of the library makes and reads.</summary>
    public const int Version = 3;

    /// <summary>The position that is spent at the installation: no event has it.</summary>
    public const long SpentPosition = 1;

    /// <summary>The last position: the key of an epoch lock has 48 bits for it.</summary>
    public const long MaxPosition = (1L << 48) - 1;

    private const int MaxCachedTables = 16_384;

    private readonly ConcurrentDictionary<string, StreamTable> _tables = new(StringComparer.Ordinal);

    /// <param name="schema">The schema's name.</param>
    /// <param name="role">The role that connects, or null if the connection string does not say.</param>
    public StoreSchema(string schema, string? role = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (schema.StartsWith("pg_", StringComparison.Ordinal))
        {
            throw new ArgumentException($"The server keeps names that begin with 'pg_' for itself: '{schema}' is no schema for an event store. Choose another one.", nameof(schema));
        }

        Role = string.IsNullOrWhiteSpace(role) ? "your_role" : new SqlIdentifier(role).ToString();
        Schema = new SqlIdentifier(schema);
        Store = $"{Schema}.store";
        Streams = $"{Schema}.event_streams";
        Projections = $"{Schema}.projections";
        ParkedEvents = $"{Schema}.parked_events";
        Position = $"{Schema}.\"position\"";
        LastPosition = $"coalesce(pg_sequence_last_value({Literal(Position)}::regclass), (select last_value from {Position}))";
        LastPositionSql = $"select {LastPosition}";
        Epoch = $"epoch as materialized (select pg_advisory_xact_lock_shared({LastPosition} | (s.tag::bigint << 48)) from {Store} s limit 1)";
        ReserveSql = $"with {Epoch} select nextval({Literal(Position)}) from epoch, generate_series(1, $1)";
        StreamIdSql = $"select id from {Streams} where name = $1";
        StreamIdsSql = $"select name, id from {Streams} where name = any($1)";
    }

    public SqlIdentifier Schema { get; }

    /// <summary>The role that connects, as it stands in a statement.</summary>
    public string Role { get; }

    /// <summary>What a message calls the store.</summary>
    public string Description => $"schema {Schema}";

    /// <summary>One row: the store's tag and the version of its layout.</summary>
    public string Store { get; }

    /// <summary>The streams.</summary>
    public string Streams { get; }

    /// <summary>The projections, each with its lease, its state and its positions.</summary>
    public string Projections { get; }

    /// <summary>The events that projections have set aside.</summary>
    public string ParkedEvents { get; }

    /// <summary>The sequence of all positions.</summary>
    public string Position { get; }

    /// <summary>The function of the triggers that make a table append-only.</summary>
    public string RefuseChange => $"{Schema}.refuse_change";

    /// <summary>
    /// The last position given out, as an expression. The sequence must not be read as a table: while nextval writes
    /// ahead to the log it shows there, to whoever reads without its lock, a value up to 32 too high, and a watermark
    /// above positions that are still to be given out. The function takes the lock. Where it has no answer because a
    /// right is missing, the second expression says so.
    /// </summary>
    public string LastPosition { get; }

    public string LastPositionSql { get; }

    /// <summary>
    /// The first step of every append: a shared lock until the end of the transaction, whose key is the last position
    /// given out. Whoever draws positions reads from it. The limit is for the planner: without it, it takes the table
    /// of the store's tag for one of thousands of rows, and plans each execution anew.
    /// </summary>
    public string Epoch { get; }

    /// <summary>Reserves positions for events that are stored in the same transaction.</summary>
    public string ReserveSql { get; }

    public string StreamIdSql { get; }

    public string StreamIdsSql { get; }

    /// <summary>A name as the text of a constant, as <c>nextval</c> takes it.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The table of a stream, whether it exists or not.</summary>
    public StreamTable TableOf(string streamName)
    {
        if (_tables.TryGetValue(streamName, out StreamTable? known))
        {
            return known;
        }

        if (_tables.Count >= MaxCachedTables)
        {
            _tables.Clear();
        }

        return _tables.GetOrAdd(streamName, static (name, schema) => new StreamTable(schema, name), this);
    }
}
