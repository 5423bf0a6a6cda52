using EventStore.Providers;

namespace EventStore;

/// <summary>
/// The next page, which is read while the events of the last one are handled. Not thread-safe: one page at a time, and
/// whoever has begun one takes it or gives it up.
/// </summary>
internal sealed class PageAhead(IEventLog log, bool isAllowed)
{
    /// <summary>The least rows of a page whose handling takes long enough.</summary>
    private const int LeastRows = 100;

    private Task<EventPage>? _pending;

    /// <summary>Whether it is time: half of a full page is handled, and whoever wanted only its first events has gone.</summary>
    public bool IsDue(EventPage page, int index) => isAllowed && _pending is null && !page.IsLast && page.Count >= LeastRows && index == page.Count / 2;

    /// <summary>Begins to read a page.</summary>
    public void Begin(ReadRequest request, CancellationToken cancellationToken) => _pending = log.ReadAsync(request, cancellationToken).AsTask();

    /// <summary>Reads a page, or takes the one that was begun.</summary>
    public ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        if (_pending is { } pending)
        {
            _pending = null;
            return new(pending);
        }

        return log.ReadAsync(request, cancellationToken);
    }

    /// <summary>Waits for a page that nobody wants any more, so that no connection stays behind.</summary>
    public async ValueTask GiveUpAsync()
    {
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
