using EventStore;

namespace GitHistory.Domain;

/// <summary>
/// Somebody who wrote commits, under one name and one address exactly as the commits have them. A mailmap may join
/// several contributors into one author, and a later commit may change the mailmap: what is stored are facts, so it
/// is asked when an answer is given, never while importing.
/// </summary>
[Aggregate("contributor")]
public sealed partial class Contributor
{
    public int Commits { get; private set; }

    public static Contributor WithoutCommits(Guid id) => New(id);

    public void Author(Commit commit, int number)
    {
        var authored = new CommitAuthored(commit.Hash, number, commit.AuthorName, commit.AuthorEmail, commit.Changes.Count);

        // Not RecordThat(authored), which would give the event a new id and the time of the import: an id that
        // follows from the commit makes a repeated import find the event that is there.
        Apply(DomainEvent.Create(GitEvents.Catalog, authored, createdAt: commit.Time).WithEventId(Ids.OfCommit(commit.Hash)));
    }

    private void WhenCommitAuthored(CommitAuthored authored) => Commits++;
}
