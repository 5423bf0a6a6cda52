using EventStore;
using GitHistory.Domain;
using GitHistory.Import;
using GitHistory.ReadModels;

namespace GitHistory.Commands;

/// <summary>How many files lie in each directory. The size of a file is not in the events.</summary>
internal static class Directories
{
    public static async Task WriteAsync(IEventStore store, HistoryStreams streams, Stream output, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, long>();
        await foreach (DomainEvent domainEvent in store.LoadAsync(streams.Files).WithCancellation(cancellationToken))
        {
            (GitText? path, int added) = domainEvent.Payload switch
            {
                FileAdded file => (file.Path, 1),
                FileDeleted file => (file.Path, -1),
                _ => (null, 0),
            };
            if (path is not null)
            {
                string directory = Convert.ToHexString(path.Directory());
                files[directory] = files.GetValueOrDefault(directory) + added;
            }
        }

        await WriteAsync(files.Where(row => row.Value > 0).Select(row => new NameCount(Convert.FromHexString(row.Key), row.Value)), output, cancellationToken);
    }

    public static Task WriteAsync(IEnumerable<NameCount> directories, Stream output, CancellationToken cancellationToken) =>
        CountTable.WriteAsync(directories.Select(row => row.Name.Length == 0 ? row with { Name = "."u8.ToArray() } : row), output, cancellationToken);
}
