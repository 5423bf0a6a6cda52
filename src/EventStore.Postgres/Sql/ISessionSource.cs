namespace EventStore.Postgres;

/// <summary>Gives the sessions that a store's statements travel over: of a pool, or of a transaction of the caller's.</summary>
internal interface ISessionSource : IAsyncDisposable
{
    StoreSchema Schema { get; }

    void EnsureNotDisposed();

    ValueTask<PostgresSession> OpenAsync(CancellationToken cancellationToken);
}
