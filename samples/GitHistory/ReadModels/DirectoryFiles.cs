using EventStore;
using GitHistory.Domain;
using GitHistory.Import;

namespace GitHistory.ReadModels;

/// <summary>How many files lie in each directory.</summary>
[ReadModel(ProjectionName)]
internal sealed partial class DirectoryFiles() : CountedNames(Rows)
{
    public const string ProjectionName = "githistory-directories";

    public static readonly ReadModelTable Rows = new("githistory_directories");

    /// <summary>The first commit comes before its files, though they lie in another stream.</summary>
    private void When(CommitAuthored commit, DomainEvent stored)
    {
        if (commit.Number == 1)
        {
            Restart(HistoryStreams.RootOf(stored));
        }
    }

    private void When(FileAdded added, DomainEvent stored) => Add(HistoryStreams.RootOf(stored), added.Path.Directory(), 1);

    private void When(FileDeleted deleted, DomainEvent stored) => Add(HistoryStreams.RootOf(stored), deleted.Path.Directory(), -1);
}
