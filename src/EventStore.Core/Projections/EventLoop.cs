using EventStore.Providers;

namespace EventStore;

/// <summary>
/// The one loop that follows streams: reads pages up to the head, hands each event on, and keeps a position for each
/// incarnation of a stream. Queries and projections are façades over it.
/// </summary>
internal sealed class EventLoop(StoreEngine store)
{
    private readonly Dictionary<long, long> _positions = [];

    public delegate ValueTask<bool> Step(DomainEvent domainEvent);

    public void Reset() => _positions.Clear();

    /// <summary>Reads to the head that is visible now, or until a step asks to stop.</summary>
    /// <param name="sources">Where to read.</param>
    /// <param name="eventNames">The stored names to read, or null for every name.</param>
    /// <param name="step">Handles an event; true stops behind it. The position moves when it has returned.</param>
    /// <param name="cancellationToken">Looked at before each event.</param>
    public async Task RunAsync(EventSources sources, IReadOnlyList<string>? eventNames, Step step, CancellationToken cancellationToken)
    {
        StoreHead head = await store.Log.ReadHeadAsync(sources.Selection, cancellationToken).ConfigureAwait(false);
        long end = head.Position;
        while (true)
        {
            List<StreamInfo> behind = [.. head.Streams.Where(stream => PositionOf(stream) < end)];
            if (behind.Count == 0)
            {
                return;
            }

            EventPage page;
            try
            {
                page = await ReadAsync(behind, sources, eventNames, end, cancellationToken).ConfigureAwait(false);
            }
            catch (StreamNotFoundException)
            {
                head = await store.Log.ReadHeadAsync(sources.Selection, cancellationToken).ConfigureAwait(false);
                if (AreAllIn(head, behind))
                {
                    throw;
                }

                // One was deleted since the head was read: the others go on, and so does one that was made anew.
                continue;
            }

            using (page)
            {
                if (await HandleAsync(page, behind, end, step, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
    }

    private static bool AreAllIn(StoreHead head, List<StreamInfo> streams)
    {
        var ids = head.Streams.Select(stream => stream.Id).ToHashSet();
        return streams.TrueForAll(stream => ids.Contains(stream.Id));
    }

    private ValueTask<EventPage> ReadAsync(List<StreamInfo> streams, EventSources sources, IReadOnlyList<string>? eventNames, long end, CancellationToken cancellationToken)
    {
        var request = new ReadRequest
        {
            Streams = [.. streams.Select(stream => new StreamRange { StreamName = stream.Name, StreamId = stream.Id, From = PositionOf(stream) + 1, Matcher = sources.MatcherOf(stream.Name) })],
            To = end,
            Limit = store.Options.PageSize,
            EventNames = eventNames,
        };
        return store.Log.ReadAsync(request, cancellationToken);
    }

    private async ValueTask<bool> HandleAsync(EventPage page, List<StreamInfo> streams, long end, Step step, CancellationToken cancellationToken)
    {
        long covered = 0;
        try
        {
            for (int i = 0; i < page.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                DomainEvent domainEvent = store.Reader.Read(page.Rows[i], streams[page.Rows[i].StreamIndex].Name);
                domainEvent = await store.Pipeline.RunAsync(DomainEventAction.Loaded, domainEvent, cancellationToken).ConfigureAwait(false);
                bool stops = await step(domainEvent).ConfigureAwait(false);
                covered = page.Rows[i].Position;
                if (stops)
                {
                    return true;
                }
            }

            covered = page.IsLast ? end : covered;
            return false;
        }
        finally
        {
            // Once for a page: its streams may be thousands.
            Cover(streams, covered);
        }
    }

    private long PositionOf(StreamInfo stream) => _positions.GetValueOrDefault(stream.Id);

    /// <summary>A merged page is in the order of positions: what it has delivered, it has covered in every stream.</summary>
    private void Cover(List<StreamInfo> streams, long position)
    {
        foreach (StreamInfo stream in streams)
        {
            if (PositionOf(stream) < position)
            {
                _positions[stream.Id] = position;
            }
        }
    }
}
