using System.Text;
using EventStore;
using GitHistory.Domain;
using GitHistory.Git;
using GitHistory.Import;

namespace GitHistory.Commands;

/// <summary>Who wrote how many commits, under the names that the mailmap of now gives them.</summary>
internal static class Authors
{
    public static async Task WriteAsync(IEventStore store, HistoryStreams streams, GitRepository repository, Stream output, CancellationToken cancellationToken)
    {
        var commits = new Dictionary<(GitText Name, GitText Email), int>();
        await foreach (DomainEvent domainEvent in store.LoadAsync(streams.Contributors).WithCancellation(cancellationToken))
        {
            var commit = (CommitAuthored)domainEvent.Payload;
            commits[(commit.Name, commit.Email)] = commits.GetValueOrDefault((commit.Name, commit.Email)) + 1;
        }

        IReadOnlyList<byte[]> names = await repository.MapNamesAsync([.. commits.Keys.Select(Contact)], cancellationToken);

        // As git does it: by name alone, whatever the addresses; most commits first, then by the names' bytes.
        var authors = names.Zip(commits.Values, (name, count) => (Name: name, Count: count))
            .GroupBy(author => Convert.ToHexString(author.Name), (_, same) => (same.First().Name, Count: same.Sum(author => author.Count)))
            .OrderByDescending(author => author.Count)
            .ThenBy(author => author.Name, ByteOrder.Instance);
        foreach ((byte[] name, int count) in authors)
        {
            await output.WriteAsync(Encoding.ASCII.GetBytes($"{count,6}\t"), cancellationToken);
            await output.WriteAsync(name, cancellationToken);
            output.WriteByte((byte)'\n');
        }
    }

    private static byte[] Contact((GitText Name, GitText Email) author) =>
        [.. author.Name.ToBytes(), .. " <"u8, .. author.Email.ToBytes(), .. ">"u8];
}
