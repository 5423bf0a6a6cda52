using System.Net.Sockets;
using System.Transactions;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Makes the driver's exceptions the library's own, at the edge of the provider and nowhere below it: the code there
/// decides by the driver's. Within a transaction of the caller's they stay what they are, since it is the caller who
/// decides there.
/// </summary>
internal static class Outages
{
    /// <summary>Whether an exception is one of the driver's.</summary>
    public static bool IsDrivers(Exception exception) => exception is NpgsqlException or IOException or TimeoutException or SocketException;

    /// <summary>Whether an exception has to be explained to the caller of a store with these sessions.</summary>
    public static bool Concerns(ISessionSource sessions, Exception exception) => IsDrivers(exception) && sessions is PostgresConnections;

    /// <summary>An exception of the driver's as users get it.</summary>
    public static Exception Explain(Exception exception, StoreSchema schema, StoreOperation operation)
    {
        if (exception is PostgresException server && !PostgresErrors.IsOutage(server))
        {
            return PostgresErrors.IsRetryable(server)
                ? new EventStoreException($"Other transactions stood in the way of a statement of the event store ({schema.Description}), which is rolled back: {Describe(server)}. Make the call again.", server)
                : PostgresErrors.Translate(server, schema, operation);
        }

        if (!ProjectionErrors.IsTransient(exception) && exception is not PostgresException)
        {
            return new EventStoreException($"Npgsql could not do what the event store ({schema.Description}) asked for: {Describe(exception)}. The inner exception has its details; see the connection string, and that a connection is used by one call at a time.", exception);
        }

        bool isTimeout = IsTimeout(exception);
        string what = isTimeout ? "did not answer in time" : "is out of reach";
        return new StoreUnavailableException($"The event store ({schema.Description}) {what}: {Describe(exception)}. {Consequence(operation)} {WayOut(isTimeout)}", exception)
        {
            Store = schema.Description,
            IsTimeout = isTimeout,
            WroteNothing = operation is StoreOperation.Append or StoreOperation.Read or StoreOperation.ReadProjection,
        };
    }

    /// <summary>Waits for a call, and explains what it ends with.</summary>
    public static async Task<T> WatchAsync<T>(Task<T> call, ISessionSource sessions, StoreOperation operation)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (Exception exception) when (Concerns(sessions, exception))
        {
            throw Explain(exception, sessions.Schema, operation);
        }
    }

    /// <summary>The same for a call that gives nothing.</summary>
    public static async Task WatchAsync(Task call, ISessionSource sessions, StoreOperation operation)
    {
        try
        {
            await call.ConfigureAwait(false);
        }
        catch (Exception exception) when (Concerns(sessions, exception))
        {
            throw Explain(exception, sessions.Schema, operation);
        }
    }

    /// <summary>Whether a time-out has passed, and not the connection ended.</summary>
    public static bool IsTimeout(Exception? exception) => exception switch
    {
        null or PostgresException => false,
        TimeoutException or SocketException { SocketErrorCode: SocketError.TimedOut } => true,
        _ => IsTimeout(exception.InnerException),
    };

    private static string Describe(Exception exception) => exception switch
    {
        PostgresException server => $"{server.MessageText} (SQLSTATE {server.SqlState})",
        { InnerException: { } cause } => $"{Sentence(exception)} ({Sentence(cause)})",
        _ => Sentence(exception),
    };

    private static string Sentence(Exception exception) => exception.Message.TrimEnd('.');

    private static string Consequence(StoreOperation operation) => operation switch
    {
        StoreOperation.Append when Transaction.Current is not null => "Nothing was written, and the transaction around it is lost: begin another one when the server is there.",
        StoreOperation.Append => "Nothing was written. Append the same events again when the server is there.",
        StoreOperation.Read or StoreOperation.ReadProjection => "Make the call again when the server is there.",
        StoreOperation.Project => "What was asked for may have been done, and may be asked again; a projection goes on from its last checkpoint when it is run again.",
        StoreOperation.Install => "InstallAsync does all of it or nothing, and may be called again.",
        _ => "It was done as a whole or not at all: look whether the stream exists before you ask again.",
    };

    private static string WayOut(bool isTimeout) => isTimeout
        ? "Where statements may take that long, or wait that long for other transactions, raise PostgresOptions.CommandTimeout."
        : "See that the server is up, and takes connections from here.";
}
