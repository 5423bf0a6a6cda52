namespace EventStore;

/// <summary>How an event store is kept in PostgreSQL. Immutable.</summary>
public sealed record PostgresOptions
{
    /// <summary>The schema of the store's tables: 1 to 63 bytes in UTF-8. Each schema is a store of its own.</summary>
    public string Schema { get; init; } = "es";

    /// <summary>Whether statements are prepared on the server.</summary>
    public PostgresPrepare Prepare { get; init; }

    /// <summary>
    /// How long a statement may take, in whole seconds from one up; null for what the data source says. An append
    /// that takes longer and whose fate is unknown is an <see cref="AppendOutcomeUnknownException"/>.
    /// </summary>
    public TimeSpan? CommandTimeout { get; init; }
}
