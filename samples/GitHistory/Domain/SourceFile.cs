using EventStore;

namespace GitHistory.Domain;

/// <summary>A path of the repository, from its first addition on through every deletion and return.</summary>
[Aggregate("source-file")]
public sealed partial class SourceFile
{
    private readonly List<Entry> _history = [];

    /// <summary>What happened to it, oldest first.</summary>
    public IReadOnlyList<Entry> History => _history;

    public static SourceFile Unknown(Guid id) => New(id);

    public void Change(Commit commit, PathChange change)
    {
        object happened = change.Kind switch
        {
            ChangeKind.Added => new FileAdded(commit.Hash, change.Path, change.Mode, change.ObjectId),
            ChangeKind.Deleted => new FileDeleted(commit.Hash, change.Path),
            _ => new FileModified(commit.Hash, change.Path, change.Mode, change.ObjectId),
        };
        Apply(DomainEvent.Create(GitEvents.Catalog, happened, createdAt: commit.Time).WithEventId(Ids.OfChange(commit.Hash, change.Path)));
    }

    private void WhenFileAdded(FileAdded added, DomainEvent stored) =>
        _history.Add(new Entry(stored.CreatedAt, added.Commit, "added", added.Mode));

    private void WhenFileModified(FileModified modified, DomainEvent stored) =>
        _history.Add(new Entry(stored.CreatedAt, modified.Commit, "modified", modified.Mode));

    private void WhenFileDeleted(FileDeleted deleted, DomainEvent stored) =>
        _history.Add(new Entry(stored.CreatedAt, deleted.Commit, "deleted", null));

    /// <summary>One line of the history.</summary>
    public sealed record Entry(DateTimeOffset Time, string Commit, string What, string? Mode);
}
