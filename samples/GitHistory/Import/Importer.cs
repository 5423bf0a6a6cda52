using EventStore;
using GitHistory.Domain;
using GitHistory.Git;

namespace GitHistory.Import;

/// <summary>Brings a store up to date with a repository: a unit for each commit that is not stored yet.</summary>
internal sealed class Importer(IEventStore store, GitRepository repository, HistoryStreams streams, ImportReport report)
{
    /// <summary>So many events make a batch: one round trip carries the units of several commits.</summary>
    private const int BatchSize = 2_000;

    private readonly List<AppendUnit> _batch = [];
    private int _batchEvents;
    private ImportSummary _summary = new(0, 0, 0);

    /// <exception cref="OperationCanceledException">It was interrupted; what is stored is a whole number of commits, and the next import goes on behind them.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        StoredHistory stored = await PrepareAsync(cancellationToken);
        _summary = new ImportSummary(0, 0, stored.Events);
        var contributors = new AggregateCache<Contributor>(new Repository<Contributor>(store, streams.Contributors), stored.Commits == 0, Contributor.WithoutCommits);
        var files = new AggregateCache<SourceFile>(new Repository<SourceFile>(store, streams.Files), stored.Commits == 0, SourceFile.Unknown);
        int number = stored.Commits;
        try
        {
            if (number < repository.Line.Count)
            {
                await foreach (Commit commit in repository.ReadCommitsAsync(number, cancellationToken))
                {
                    await AddAsync(commit, ++number, contributors, files, cancellationToken);
                    if (_batchEvents >= BatchSize)
                    {
                        await AppendBatchAsync();
                        contributors.Trim();
                        files.Trim();
                    }

                    cancellationToken.ThrowIfCancellationRequested();
                    report.Progress(number, repository.Line.Count);
                }

                await AppendBatchAsync();
            }
        }
        catch when (cancellationToken.IsCancellationRequested)
        {
            // Whatever a cancelled step complained of: git gets the same Ctrl-C from the terminal and ends early.
            report.Interrupted(_summary);
            throw new OperationCanceledException(cancellationToken);
        }
        catch
        {
            report.Clear();
            throw;
        }

        report.Done(_summary);
    }

    private async Task<StoredHistory> PrepareAsync(CancellationToken cancellationToken)
    {
        await streams.EnsureAsync(store, cancellationToken);
        StoredHistory stored = await StoredHistory.ReadAsync(store, streams, cancellationToken);
        if (stored.IsWhole && stored.IsStartOf(repository.Line))
        {
            return stored;
        }

        report.ImportsAnew(stored.IsWhole
            ? $"the history was rewritten: {stored.LastCommit} is no longer on the first-parent line"
            : "the stored history has a gap");
        await streams.RecreateAsync(store, cancellationToken);
        return await StoredHistory.ReadAsync(store, streams, cancellationToken);
    }

    private async Task AddAsync(Commit commit, int number, AggregateCache<Contributor> contributors, AggregateCache<SourceFile> files, CancellationToken cancellationToken)
    {
        Contributor contributor = await contributors.GetAsync(Ids.OfContributor(streams.Root, commit.AuthorName, commit.AuthorEmail), cancellationToken);
        contributor.Author(commit, number);
        var changes = new List<DomainEvent>(commit.Changes.Count);
        foreach (PathChange change in commit.Changes)
        {
            SourceFile file = await files.GetAsync(Ids.OfFile(streams.Root, change.Path), cancellationToken);
            file.Change(commit, change);
            changes.AddRange(file.PopEvents());
        }

        AppendUnit unit = AppendUnit.For(streams.Contributors, contributor.PopEvents());
        _batch.Add(changes.Count == 0 ? unit : unit.And(streams.Files, changes));
        _batchEvents += 1 + changes.Count;
    }

    /// <summary>Without a token: a batch on its way is waited for, so that what was stored is known.</summary>
    private async Task AppendBatchAsync()
    {
        IReadOnlyList<AppendOutcome> outcomes = await store.AppendAsync(_batch);
        foreach (AppendResult result in outcomes.Select(outcome => outcome.Result))
        {
            int added = result.AlreadyStored ? 0 : result.Positions.Count;
            _summary = new ImportSummary(_summary.Commits + 1, _summary.NewEvents + added, _summary.AllEvents + result.Positions.Count);
        }

        _batch.Clear();
        _batchEvents = 0;
    }
}
