using EventStore;
using GitHistory.Domain;
using GitHistory.Import;

namespace GitHistory.Commands;

/// <summary>Which files there are: those that were added and not deleted since, in git's order.</summary>
internal static class Files
{
    public static async Task WriteAsync(IEventStore store, HistoryStreams streams, byte terminator, Stream output, CancellationToken cancellationToken)
    {
        var files = new HashSet<GitText>();
        await foreach (DomainEvent domainEvent in store.LoadAsync(streams.Files).WithCancellation(cancellationToken))
        {
            switch (domainEvent.Payload)
            {
                case FileAdded added:
                    files.Add(added.Path);
                    break;
                case FileDeleted deleted:
                    files.Remove(deleted.Path);
                    break;
            }
        }

        foreach (byte[] name in files.Select(file => file.ToBytes()).Order(ByteOrder.Instance))
        {
            await output.WriteAsync(name, cancellationToken);
            output.WriteByte(terminator);
        }
    }
}
