using System.Transactions;
using EventStore.Providers;

namespace EventStore;

/// <summary>
/// The next page, which is read while the events of the last one are handled. Not thread-safe: one page at a time, and
/// whoever has begun one takes it or gives it up.
/// </summary>
/// <param name="store">The store. A transaction of the caller's has one connection, which may be needed meanwhile.</param>
internal sealed class PageAhead(StoreEngine store)
{
    /// <summary>The least rows of a page whose handling takes long enough.</summary>
    private const int LeastRows = 100;

    /// <summary>How often this process has deleted a stream, through whichever store.</summary>
    private static int _deletionsOfAll;

    private Task<EventPage>? _pending;
    private int _deletions;
    private bool _goesOn;

    /// <summary>A stream is gone: pages that were read before are not delivered.</summary>
    public static void NoteDeletion() => Interlocked.Increment(ref _deletionsOfAll);

    /// <summary>
    /// Whether it is time: half of a full page is handled, and whoever wanted only its first events has gone. Who has
    /// taken one page that was read ahead is taken at his word: the next one is read while all of this one is handled.
    /// </summary>
    public bool IsDue(EventPage page, int index) =>
        _pending is null && index == (_goesOn ? 0 : page.Count / 2) && !page.IsLast && page.Count >= LeastRows && !store.JoinsTransaction && Transaction.Current is null;

    /// <summary>Begins to read a page; what it fails with comes when it is taken.</summary>
    public void Begin(ReadRequest request, CancellationToken cancellationToken)
    {
        _deletions = Volatile.Read(ref _deletionsOfAll);
        _pending = BeginAsync();

        async Task<EventPage> BeginAsync() => await store.Log.ReadAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a page, or takes the one that was begun.</summary>
    public async ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        if (_pending is { } pending && _deletions == Volatile.Read(ref _deletionsOfAll))
        {
            _pending = null;
            _goesOn = true;
            return await pending.ConfigureAwait(false);
        }

        // A stream was deleted meanwhile, perhaps this one: whoever knows that must not get its events any more.
        await GiveUpAsync().ConfigureAwait(false);
        return await store.Log.ReadAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for a page that nobody wants any more, so that no connection stays behind.</summary>
    public async ValueTask GiveUpAsync()
    {
        _goesOn = false;
        if (_pending is not { } pending)
        {
            return;
        }

        _pending = null;
        try
        {
            (await pending.ConfigureAwait(false)).Dispose();
        }
        catch (Exception)
        {
            // Whoever does not want the page does not want to know either.
        }
    }
}
