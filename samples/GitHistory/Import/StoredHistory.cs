using EventStore;
using GitHistory.Domain;

namespace GitHistory.Import;

/// <summary>How far earlier imports came, read from the commits that they stored.</summary>
/// <param name="Commits">How many commits.</param>
/// <param name="LastCommit">The last one's hash; null if there is none.</param>
/// <param name="Events">How many events, over both streams.</param>
/// <param name="IsWhole">Whether each commit stands at its place, without a gap.</param>
internal sealed record StoredHistory(int Commits, string? LastCommit, long Events, bool IsWhole)
{
    public static async Task<StoredHistory> ReadAsync(IEventStore store, HistoryStreams streams, CancellationToken cancellationToken)
    {
        var stored = new StoredHistory(0, null, 0, true);
        await foreach (DomainEvent domainEvent in store.LoadAsync(streams.Contributors).WithCancellation(cancellationToken))
        {
            var commit = (CommitAuthored)domainEvent.Payload;
            stored = new StoredHistory(
                stored.Commits + 1,
                commit.Commit,
                stored.Events + 1 + commit.Paths,
                stored.IsWhole && commit.Number == stored.Commits + 1);
        }

        return stored;
    }

    /// <summary>Whether a line of commits begins with what is stored.</summary>
    public bool IsStartOf(IReadOnlyList<string> line) =>
        Commits == 0 || (Commits <= line.Count && line[Commits - 1] == LastCommit);
}
