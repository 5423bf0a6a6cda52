using EventStore;
using GitHistory.Domain;
using GitHistory.Git;
using GitHistory.Import;
using GitHistory.ReadModels;

namespace GitHistory.Commands;

/// <summary>Who wrote how many commits, under the names that the mailmap of now gives them.</summary>
internal static class Authors
{
    public static async Task WriteAsync(IEventStore store, HistoryStreams streams, GitRepository repository, Stream output, CancellationToken cancellationToken)
    {
        var commits = new Dictionary<(GitText Name, GitText Email), (byte[] Contact, int Count)>();
        await foreach (DomainEvent domainEvent in store.LoadAsync(streams.Contributors).WithCancellation(cancellationToken))
        {
            var commit = (CommitAuthored)domainEvent.Payload;
            (byte[]? contact, int count) = commits.GetValueOrDefault((commit.Name, commit.Email));
            commits[(commit.Name, commit.Email)] = (contact ?? commit.Contact(), count + 1);
        }

        await WriteAsync([.. commits.Values.Select(author => new NameCount(author.Contact, author.Count))], repository, output, cancellationToken);
    }

    /// <param name="contributors">The commits by name and address as the commits have them.</param>
    /// <param name="repository">Whose mailmap counts.</param>
    /// <param name="output">What is written to.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task WriteAsync(IReadOnlyList<NameCount> contributors, GitRepository repository, Stream output, CancellationToken cancellationToken)
    {
        IReadOnlyList<byte[]> names = await repository.MapNamesAsync([.. contributors.Select(contributor => contributor.Name)], cancellationToken);

        // As git does it: by name alone, whatever the addresses.
        var authors = names.Zip(contributors, (name, contributor) => contributor with { Name = name })
            .GroupBy(author => Convert.ToHexString(author.Name), (_, same) => new NameCount(same.First().Name, same.Sum(author => author.Count)));
        await CountTable.WriteAsync(authors, output, cancellationToken);
    }
}
