using EventStore;
using GitHistory.Domain;
using GitHistory.Import;

namespace GitHistory.ReadModels;

/// <summary>How many commits each contributor wrote, by name and address as the commits have them.</summary>
[ReadModel(ProjectionName)]
internal sealed partial class AuthorCommits() : CountedNames(Rows)
{
    public const string ProjectionName = "githistory-authors";

    public static readonly ReadModelTable Rows = new("githistory_authors");

    private void When(CommitAuthored commit, DomainEvent stored)
    {
        string root = HistoryStreams.RootOf(stored);
        if (commit.Number == 1)
        {
            Restart(root);
        }

        Add(root, commit.Contact(), 1);
    }
}
