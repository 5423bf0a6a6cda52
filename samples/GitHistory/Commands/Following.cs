using EventStore;
using GitHistory.Import;
using GitHistory.ReadModels;
using Npgsql;

namespace GitHistory.Commands;

/// <summary>Keeps the read models up to date while other programs import, and prints one of them whenever it has changed.</summary>
/// <param name="store">The store.</param>
/// <param name="source">The store's database.</param>
/// <param name="table">The table of the read model that is printed.</param>
/// <param name="root">The repository whose rows are printed; the read models are those of all.</param>
/// <param name="write">Writes the rows.</param>
internal sealed class Following(IEventStore store, NpgsqlDataSource source, ReadModelTable table, string root, Func<IReadOnlyList<NameCount>, Stream, Task> write)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    // After a crash nobody waits for long.
    private static readonly ProjectionOptions Options = new() { Lease = TimeSpan.FromSeconds(5), RenewalThreshold = TimeSpan.FromSeconds(1) };

    private byte[] _printed = [];

    /// <returns>When the token was cancelled: what was handled is stored and printed then.</returns>
    public async Task RunAsync(bool once, Stream output, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task following = Task.WhenAll(
            EndingAsync(new ReadModelFollower<AuthorCommits>(store, store.ReadModelProjector(new AuthorCommits(), Options).FromCategory(HistoryStreams.ContributorsCategory)), once, ending),
            EndingAsync(new ReadModelFollower<DirectoryFiles>(store, store.ReadModelProjector(new DirectoryFiles(), Options).FromCategories(HistoryStreams.ContributorsCategory, HistoryStreams.FilesCategory)), once, ending));
        while (!once && await Task.WhenAny(following, Task.Delay(Look, CancellationToken.None)) != following)
        {
            try
            {
                await PrintAsync(output);
            }
            catch (NpgsqlException exception) when (exception.IsTransient)
            {
                // The server is away. The projections wait for it; so does this.
            }
            catch when (ending.IsCancellationRequested)
            {
                // Git gets the same Ctrl-C from the terminal. The last table comes below.
            }
        }

        try
        {
            await following;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // As asked, by a signal or by whoever stops the projection.
        }

        await PrintAsync(output);
    }

    private async Task PrintAsync(Stream output)
    {
        IReadOnlyList<NameCount> rows = await CountedNames.ReadAsync(source, table, root, CancellationToken.None);
        using var text = new MemoryStream();
        await write(rows, text);
        byte[] printed = text.ToArray();
        if (printed.AsSpan().SequenceEqual(_printed))
        {
            return;
        }

        if (_printed.Length > 0)
        {
            output.WriteByte((byte)'\n');
        }

        await output.WriteAsync(printed);
        await output.FlushAsync(CancellationToken.None);
        _printed = printed;
    }

    /// <summary>If one of them fails or is stopped, the other has no business to go on alone.</summary>
    private static async Task EndingAsync<TReadModel>(ReadModelFollower<TReadModel> follower, bool once, CancellationTokenSource ending)
        where TReadModel : class, IReadModel
    {
        try
        {
            await follower.RunAsync(once, ending.Token);
        }
        finally
        {
            if (!once)
            {
                await ending.CancelAsync();
            }
        }
    }
}
