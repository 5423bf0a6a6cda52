using System.Net.Sockets;
using EventStore;
using Npgsql;

namespace GitHistory;

/// <summary>Says in one line what went wrong, where that is the user's, git's or the server's matter.</summary>
internal static class ErrorLine
{
    /// <returns>The line, or null for what should not have happened: that keeps its stack trace.</returns>
    public static string? From(Exception exception, NpgsqlConnectionStringBuilder? server)
    {
        string? text = exception switch
        {
            UserException => exception.Message,
            _ when Find<PostgresException>(exception) is { } refusal => FromServer(refusal, server),
            _ when Find<SocketException>(exception) is { } socket => $"no PostgreSQL server at {Place(server)}: {socket.Message}",
            _ when Find<NpgsqlException>(exception) is { } failure => $"PostgreSQL at {Place(server)}: {failure.Message}",
            EventStoreException => exception.Message,
            _ => null,
        };

        // A name may hold any character: the line stays one.
        return text is null ? null : string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
    }

    private static string FromServer(PostgresException refusal, NpgsqlConnectionStringBuilder? server) => refusal.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"PostgreSQL at {Place(server)} refuses the login: {refusal.MessageText}",
        PostgresErrorCodes.InsufficientPrivilege => $"missing rights in database '{server?.Database ?? server?.Username}': {refusal.MessageText}",
        _ => $"PostgreSQL at {Place(server)}: {refusal.MessageText} ({refusal.SqlState})",
    };

    private static string Place(NpgsqlConnectionStringBuilder? server) => $"{server?.Host}:{server?.Port}";

    private static TException? Find<TException>(Exception? exception)
        where TException : Exception
    {
        while (exception is not null and not TException)
        {
            exception = exception.InnerException;
        }

        return exception as TException;
    }
}
