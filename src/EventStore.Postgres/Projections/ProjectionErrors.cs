using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>What failures of statements on projections mean.</summary>
internal static class ProjectionErrors
{
    /// <summary>What may go through another time surfaces as it is, so that <see cref="IsTransient"/> knows it.</summary>
    public static Exception Translate(PostgresException exception, StoreSchema schema, StoreOperation operation) => exception switch
    {
        { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => PostgresErrors.Translate(exception, schema, operation),
        _ when IsStreamMissing(exception) || IsTransient(exception) => exception,
        _ when PostgresErrors.IsMissing(exception) => new EventStoreNotInstalledException(schema.Description, exception),
        _ => PostgresErrors.Translate(exception, schema, operation),
    };

    /// <summary>What was written with a checkpoint is refused when all of it is there: a constraint or a trigger is deferred.</summary>
    public static CheckpointRefusedException RefusedAtCommit(PostgresException exception, string projectionName) => new(
        $"The server refused at the commit what the projection '{projectionName}' has written with its checkpoint: {exception.MessageText} (SQLSTATE {exception.SqlState}). A constraint or a trigger of its tables is deferred; nothing of the block was stored. The inner exception has its details.", exception);

    /// <summary>Of what it writes to, something was deleted at each attempt.</summary>
    public static EventStoreException DeletedMeanwhile(PostgresException exception, ProjectionCheckpoint checkpoint) => new(
        $"The projection '{checkpoint.Lease.ProjectionName}' emits or links into streams that were deleted again and again while its block was stored: {string.Join(", ", checkpoint.Appends.Select(append => $"'{append.StreamName}'").Distinct(StringComparer.Ordinal))}. Nothing of the block was stored; run the projection again when they stay.", exception);

    /// <summary>The table of a stream is missing: it was deleted a moment ago.</summary>
    public static bool IsStreamMissing(PostgresException exception) =>
        PostgresErrors.IsMissing(exception) && Array.Exists(exception.MessageText.Split('"', '.'), StreamTable.IsTableName);

    /// <summary>Whether a failure may be gone at the next try.</summary>
    public static bool IsTransient(Exception? exception) => exception switch
    {
        null => false,
        // A standby that is about to be promoted.
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => true,
        PostgresException server => server.IsTransient || PostgresErrors.IsRetryable(server) || PostgresErrors.IsOutage(server),
        NpgsqlException client => client.IsTransient || client.InnerException is IOException or TimeoutException || IsTransient(client.InnerException),
        IOException or TimeoutException or System.Net.Sockets.SocketException => true,
        // The storage did its part.
        MiddlewareException => false,
        EventStoreException => IsTransient(exception.InnerException),
        _ => false,
    };
}
