using EventStore.Providers;
using Npgsql;

namespace EventStore;

/// <summary>
/// The transaction in which a checkpoint is stored in PostgreSQL: what is written in it is committed with the
/// checkpoint, or rolled back with it. Valid while the work runs that it was given to; not thread-safe.
/// </summary>
public sealed class PostgresCheckpointTransaction : ICheckpointTransaction
{
    internal PostgresCheckpointTransaction(NpgsqlTransaction transaction, NpgsqlConnection connection)
    {
        Transaction = transaction;
        Connection = connection;
    }

    /// <summary>The transaction, at read committed. Neither commit it nor roll it back: the store does.</summary>
    public NpgsqlTransaction Transaction { get; }

    /// <summary>Its connection. Leave nothing in its session: the next user of it may be anybody.</summary>
    public NpgsqlConnection Connection { get; }
}
