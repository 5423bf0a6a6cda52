using EventStore.Providers;

namespace EventStore;

/// <summary>Takes leases and gives them back, so that none is left that nobody knows of: it would keep everybody out until it is over.</summary>
internal static class OwnLease
{
    private static readonly TimeSpan LongestRelease = TimeSpan.FromSeconds(1);

    /// <inheritdoc cref="IProjectionStore.AcquireAsync"/>
    public static async Task<StoredProjection?> TakeAsync(StoreEngine store, ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken)
    {
        try
        {
            return await store.Log.Projections.AcquireAsync(lease, sources, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not ProjectionAlreadyRunningException)
        {
            // It may have been taken all the same, and only the answer is lost.
            await GiveBackAsync(store, lease).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Gives a lease back, if it is held. Whatever comes of that, what was before is what the caller has to know; and he
    /// does not wait long for a server that does not answer, where the lease ends by itself.
    /// </summary>
    public static async ValueTask GiveBackAsync(StoreEngine store, ProjectionLease lease) =>
        await Task.WhenAny(ReleaseAsync(store, lease), Task.Delay(LongestRelease, store.TimeProvider)).ConfigureAwait(false);

    private static async Task ReleaseAsync(StoreEngine store, ProjectionLease lease)
    {
        try
        {
            await store.Log.Projections.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It ends by itself.
        }
    }
}
