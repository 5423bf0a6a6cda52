using Npgsql;

namespace EventStore.Postgres;

/// <summary>What the server's answers mean.</summary>
internal static class PostgresErrors
{
    private const string IdleInTransactionTimeout = "25P03";
    private const string SequenceLimitExceeded = "2200H";

    /// <summary>A table, a sequence or the schema is missing.</summary>
    public static bool IsMissing(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName;

    /// <summary>The transaction is rolled back, and may go through when it is sent again.</summary>
    public static bool IsRetryable(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>The session has ended, and with it perhaps only the answer: a commit may have happened before.</summary>
    public static bool EndsSession(PostgresException exception) =>
        exception.SqlState.StartsWith("57P", StringComparison.Ordinal) || exception.SqlState.StartsWith("08", StringComparison.Ordinal);

    /// <summary>The session has ended, or there was none to be had.</summary>
    public static bool IsOutage(PostgresException exception) =>
        EndsSession(exception) || exception.SqlState is IdleInTransactionTimeout or PostgresErrorCodes.TooManyConnections;

    /// <summary>It lets this user into this database in no way.</summary>
    private static bool RefusesConnection(PostgresException exception) =>
        exception.SqlState.StartsWith("28", StringComparison.Ordinal) || exception.SqlState == PostgresErrorCodes.InvalidCatalogName;

    /// <summary>What lies in the statement or its values, and not in the server's or the transaction's condition.</summary>
    public static bool IsRefusal(PostgresException exception) => exception.SqlState[..2] is "21" or "22" or "23" or "42" or "44" or "P0";

    /// <summary>An answer of the server as users get it; what is wrong with the connection itself, or may go through another time, stays as it is.</summary>
    public static Exception Translate(PostgresException exception, StoreSchema schema, StoreOperation operation = StoreOperation.Read) => exception.SqlState switch
    {
        PostgresErrorCodes.InsufficientPrivilege => MissingRights.Explain(exception, schema, operation),
        PostgresErrorCodes.UndefinedColumn => new EventStoreException(
            $"The event store ({schema.Description}) has an older layout than this version of the library: {exception.MessageText}. Call InstallAsync, which upgrades it.", exception),
        PostgresErrorCodes.ReadOnlySqlTransaction => new EventStoreException(
            $"The server takes no writes: {exception.MessageText}. Connect to the primary, and begin no read-only transaction.", exception),
        SequenceLimitExceeded => new PositionsExhaustedException(exception),
        _ when IsOutage(exception) || IsRetryable(exception) => exception,
        _ when RefusesConnection(exception) => new EventStoreException(
            $"The server refuses a connection of the event store ({schema.Description}): {exception.MessageText} (SQLSTATE {exception.SqlState}). Check the user, the password and the database in the connection string.", exception),
        _ => new EventStoreException(
            $"The server refused a statement of the event store ({schema.Description}): {exception.MessageText} (SQLSTATE {exception.SqlState}). The inner exception has its details.", exception),
    };

    /// <summary>Nothing was sent: the data source does not know a type.</summary>
    public static bool IsLackOfTypes(Exception exception) => exception is InvalidCastException or NotSupportedException;

    /// <summary>The data source cannot send what the store sends.</summary>
    public static EventStoreException LacksTypes(Exception exception) =>
        new($"The data source cannot send or read the store's types: {exception.Message} Build it with EnableArrays(), or give UsePostgres a connection string.", exception);
}
