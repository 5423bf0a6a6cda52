using System.Net.Sockets;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>What a failed attempt to append means for what was sent.</summary>
internal enum AppendFailure
{
    /// <summary>Rolled back or never sent, for a reason that may be gone next time.</summary>
    RolledBack,

    /// <summary>A version or an id is taken: whether by this very unit has to be looked up.</summary>
    KeyTaken,

    /// <summary>A table is missing.</summary>
    Missing,

    /// <summary>Rolled back because the caller cancelled, or never sent.</summary>
    Cancelled,

    /// <summary>Nothing was written, and nothing would be another time.</summary>
    Refused,

    /// <summary>The connection ended before the answer came: it may be stored. The same ids may be sent again.</summary>
    Unknown,

    /// <summary>As <see cref="Unknown"/>, and the time that the caller gave it is up.</summary>
    UnknownAtEnd,

    /// <summary>The time is up, and the connection stands: the server has done with it, and a look tells how.</summary>
    Settled,
}

/// <summary>Tells one kind of failure from the other.</summary>
internal static class AppendFailures
{
    /// <param name="exception">What an attempt ended with.</param>
    /// <param name="isSent">Whether the statements were on their way.</param>
    /// <param name="isConnected">Whether the connection still stands: then the server has answered, or got nothing.</param>
    public static AppendFailure Classify(Exception exception, bool isSent, bool isConnected) => exception switch
    {
        PostgresException server => Classify(server, isSent),
        OperationCanceledException when !isSent => AppendFailure.Cancelled,
        OperationCanceledException { InnerException: PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } } => AppendFailure.Cancelled,
        OperationCanceledException => isConnected ? AppendFailure.Settled : AppendFailure.UnknownAtEnd,

        // Npgsql gives a timeout for an answer of 57014 too, and the connection stands then.
        NpgsqlException { InnerException: TimeoutException } or TimeoutException when isSent => isConnected ? AppendFailure.Settled : AppendFailure.UnknownAtEnd,
        // A connection that was disposed in the midst of it has no answer either.
        ObjectDisposedException when isSent => AppendFailure.Unknown,
        NpgsqlException { InnerException: not TimeoutException } or IOException or SocketException when !isConnected => isSent ? AppendFailure.Unknown : AppendFailure.RolledBack,
        _ => AppendFailure.Refused,
    };

    private static AppendFailure Classify(PostgresException exception, bool isSent) => exception.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => AppendFailure.KeyTaken,
        _ when PostgresErrors.IsMissing(exception) => AppendFailure.Missing,
        _ when PostgresErrors.IsRetryable(exception) => AppendFailure.RolledBack,

        // There was no connection to be had.
        PostgresErrorCodes.TooManyConnections when !isSent => AppendFailure.RolledBack,

        // A session that is ended while a commit waits for a standby has committed nevertheless.
        _ when PostgresErrors.EndsSession(exception) => isSent ? AppendFailure.Unknown : AppendFailure.RolledBack,
        _ => AppendFailure.Refused,
    };
}
