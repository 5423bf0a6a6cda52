using EventStore.Postgres;
using Npgsql;

namespace EventStore;

/// <summary>What an event store can do in PostgreSQL only.</summary>
public static class PostgresEventStoreExtensions
{
    /// <summary>Lists the appends whose transactions are open at this moment: followers stop below the oldest of them.</summary>
    /// <param name="store">A store that keeps its events in PostgreSQL.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The open appends, the oldest first.</returns>
    /// <exception cref="ArgumentException">The store does not keep its events in PostgreSQL.</exception>
    public static Task<IReadOnlyList<OpenAppend>> FetchOpenAppendsAsync(this IEventStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store is StoreEngine { Log: PostgresEventLog log }
            ? log.FetchOpenAppendsAsync(cancellationToken)
            : throw new ArgumentException("Only a store that EventStoreBuilder has made with UsePostgres has open appends.", nameof(store));
    }

    /// <summary>
    /// Gives the store within a transaction of the caller's: what is appended, created or deleted through it is
    /// committed with the caller's own rows, or rolled back with them.
    /// </summary>
    /// <param name="store">A store that keeps its events in PostgreSQL.</param>
    /// <param name="transaction">
    /// A transaction on the database of the store, of any isolation, with a connection that can send arrays. The
    /// caller commits it or rolls it back: the library does neither.
    /// </param>
    /// <returns>
    /// A store for as long as the transaction lives. Disposing it ends neither the transaction nor
    /// <paramref name="store"/>. Not thread-safe: one call at a time, as with the connection.
    /// </returns>
    /// <exception cref="ArgumentException">The store does not keep its events in PostgreSQL, or it is within a transaction itself.</exception>
    /// <exception cref="ObjectDisposedException">The store is disposed.</exception>
    /// <remarks>
    /// <para>
    /// Each call runs behind a savepoint: a conflict, a missing stream or a refused event leaves the transaction as it
    /// was before. Nothing is tried twice, and <c>UpdateAsync</c> makes one try. A cut connection, a deadlock and a
    /// serialization failure surface as Npgsql reports them. Once the transaction has ended, every call is an
    /// <see cref="InvalidOperationException"/>, also where another transaction has begun meanwhile. One that
    /// begins on the same <see cref="NpgsqlConnection"/> is told from it by the store's first call: call <c>Within</c>
    /// for each transaction, and use what it gives within that one only.
    /// </para>
    /// <para>
    /// <c>Appended</c> middlewares run when the events are inserted, before they are committed. Other connections see
    /// nothing before the commit, and followers stop below the events until the transaction ends: keep it short. An
    /// aggregate's events wait on when they are saved: if the transaction is rolled back, another save stores them, and
    /// if it is committed, another save recognises them.
    /// </para>
    /// </remarks>
    public static IEventStore Within(this IEventStore store, NpgsqlTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(transaction);
        return store is StoreEngine { JoinsTransaction: false, Log: PostgresEventLog log } engine
            ? engine.Within(log.Within(transaction))
            : throw new ArgumentException("Only a store that EventStoreBuilder has made with UsePostgres, and that is not within a transaction already, can join one.", nameof(store));
    }
}
