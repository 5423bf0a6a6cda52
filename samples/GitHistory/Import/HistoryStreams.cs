using EventStore;

namespace GitHistory.Import;

/// <summary>
/// The two streams of a repository. Their names end with its root commit, so that several repositories share a store
/// and every clone of one finds its own.
/// </summary>
internal sealed record HistoryStreams(string Root)
{
    public const string ContributorsCategory = "contributors";

    public const string FilesCategory = "files";

    public string Contributors { get; } = $"{ContributorsCategory}-{Root}";

    public string Files { get; } = $"{FilesCategory}-{Root}";

    /// <summary>The root commit of the repository that a stored event belongs to.</summary>
    public static string RootOf(DomainEvent stored)
    {
        string streamName = stored.StreamName!;
        return streamName[(streamName.IndexOf('-', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>Creates what is missing. One of them alone is what an interrupted deletion has left: it goes too.</summary>
    public async Task EnsureAsync(IEventStore store, CancellationToken cancellationToken)
    {
        bool hasContributors = await store.HasStreamAsync(Contributors, cancellationToken);
        bool hasFiles = await store.HasStreamAsync(Files, cancellationToken);
        if (hasContributors && hasFiles)
        {
            return;
        }

        if (hasContributors || hasFiles)
        {
            await store.DeleteStreamAsync(hasContributors ? Contributors : Files, cancellationToken);
        }

        await store.CreateStreamAsync(Contributors, cancellationToken);
        await store.CreateStreamAsync(Files, cancellationToken);
    }

    public async Task RecreateAsync(IEventStore store, CancellationToken cancellationToken)
    {
        await store.DeleteStreamAsync(Contributors, cancellationToken);
        await EnsureAsync(store, cancellationToken);
    }
}
