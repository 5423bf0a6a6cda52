namespace EventStore;

/// <summary>How an event store is kept in PostgreSQL. Immutable.</summary>
public sealed record PostgresOptions
{
    /// <summary>The schema of the store's tables: 1 to 63 bytes in UTF-8, not beginning with <c>pg_</c>. Each schema is a store of its own.</summary>
    public string Schema { get; init; } = "es";

    /// <summary>Whether statements are prepared on the server.</summary>
    public PostgresPrepare Prepare { get; init; }

    /// <summary>
    /// Whether <c>InstallAsync</c> makes the store append-only: the server refuses UPDATE, DELETE and TRUNCATE of
    /// events to everybody, the owner of the tables included. It stays so, whatever a later installation says;
    /// streams can be deleted as before.
    /// </summary>
    public bool AppendOnly { get; init; }

    /// <summary>
    /// How long followers may be held up by one open append before <see cref="Stalled"/> is called: zero or more, 2
    /// seconds by default.
    /// </summary>
    public TimeSpan StallThreshold { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Called when followers have been held up for longer than <see cref="StallThreshold"/>, once for each append that
    /// holds them up; for a log. It runs within a read, must not block, and what it throws surfaces there.
    /// </summary>
    public Action<WatermarkStall>? Stalled { get; init; }

    /// <summary>
    /// Whether appends are told to other processes, so that their projections wake at once and not by the next look.
    /// It takes a connection of its own for each process that listens, which has to reach the server itself: through a
    /// transaction pooler nothing is heard, and nothing else changes. Appends are told after their commit, at most a
    /// hundred times a second.
    /// </summary>
    public bool Notifications { get; init; }

    /// <summary>
    /// Whether appends that are made at the same time through one store share a transaction; true by default. Each of
    /// them succeeds or fails by itself nevertheless, and one that is alone waits for nobody. Appends within a
    /// transaction of the caller's stay outside. Without it each append has a transaction of its own, beside the others:
    /// of appends that are made without waiting for each other, those of one aggregate keep their order, and others may
    /// not.
    /// </summary>
    public bool GroupCommit { get; init; } = true;

    /// <summary>
    /// How long a statement may take, in whole seconds from one up; null for what the data source says. What takes
    /// longer is a <see cref="StoreUnavailableException"/>, and an append whose fate is unknown then an
    /// <see cref="AppendOutcomeUnknownException"/>.
    /// </summary>
    public TimeSpan? CommandTimeout { get; init; }

    /// <summary>Called within the transaction of a checkpoint, with the step that is done; for tests that end a process there.</summary>
    internal Action<string>? CheckpointStepDone { get; init; }
}
