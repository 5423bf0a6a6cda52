using JasperFx.Events.Daemon;
using Marten;

namespace EventStore.PeerComparison.Martens;

/// <summary>The daemon in the process that appends.</summary>
/// <param name="store">The store.</param>
/// <param name="daemon">Its daemon, which runs.</param>
/// <param name="arrivals">What the daemon's projection tells.</param>
/// <param name="save">Appends so many events of an account.</param>
internal sealed class MartenLatencyProbe(DocumentStore store, IProjectionDaemon daemon, Arrivals arrivals, Func<MartenAccount, int, Task> save) : ILatencyProbe
{
    /// <summary>The daemon looks after its projections by itself.</summary>
    private static readonly TaskCompletionSource Never = new();

    private readonly MartenAccount _account = new() { Id = Guid.CreateVersion7() };

    public TimeSpan Pause => store.Options.Projections.SlowPollingTime;

    public Task<TimeSpan> TimeAsync(CancellationToken cancellationToken) => arrivals.TimeAsync(() => save(_account, 1), Never.Task, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await daemon.StopAllAsync();
        daemon.Dispose();
        await store.DisposeAsync();
    }
}
