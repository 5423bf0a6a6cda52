using EventStore;

namespace GitHistory.ReadModels;

/// <summary>
/// Keeps a read model up to date, or stands by while another program does: when that one ends, however it ends, this one
/// goes on behind its last checkpoint.
/// </summary>
internal sealed class ReadModelFollower<TReadModel>(IEventStore store, ReadModelProjector<TReadModel, TReadModel> projector)
    where TReadModel : class, IReadModel
{
    private static readonly TimeSpan StandBy = TimeSpan.FromMilliseconds(500);

    /// <param name="once">Whether it ends when everything that is stored is in the read model; otherwise when it is cancelled, or somebody stops the projection.</param>
    /// <param name="cancellationToken">Ends it; what was handled is stored.</param>
    public async Task RunAsync(bool once, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await projector.RunAsync(keepRunning: !once, cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is ProjectionAlreadyRunningException or ProjectionLeaseLostException)
            {
                if (once && await store.Projections.FetchLagAsync(projector.Name, cancellationToken) == TimeSpan.Zero)
                {
                    return;
                }

                await Task.Delay(StandBy, cancellationToken);
            }
        }
    }
}
