using System.Globalization;
using System.Text;
using EventStore;

namespace GitHistory.Commands;

/// <summary>What the projections of a store are doing, wherever they run.</summary>
internal static class Status
{
    public static async Task WriteAsync(IEventStore store, Stream output, CancellationToken cancellationToken)
    {
        foreach (string name in await store.Projections.FetchNamesAsync(cancellationToken: cancellationToken))
        {
            try
            {
                ProjectionDetails projection = await store.Projections.FetchAsync(name, cancellationToken);
                TimeSpan lag = await store.Projections.FetchLagAsync(name, cancellationToken);
                await WriteAsync(projection, lag, output, cancellationToken);
            }
            catch (ProjectionNotFoundException)
            {
                // It was deleted meanwhile.
            }
        }
    }

    private static async Task WriteAsync(ProjectionDetails projection, TimeSpan lag, Stream output, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{projection.Name}\t{projection.Status}\tlag {lag:d\\.hh\\:mm\\:ss}\t{projection.ParkedEvents} parked\n");
        foreach ((string streamName, long position) in projection.Positions.OrderBy(position => position.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{position,10}\t{streamName}\n");
        }

        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
    }
}
