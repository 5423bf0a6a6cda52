using EventStore.Providers;

namespace EventStore;

/// <summary>
/// The one loop that follows streams: reads pages up to the head, hands each row on, and keeps a position for each
/// incarnation of a stream. Queries and projections are façades over it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="pageSize">How many rows are read at once.</param>
/// <param name="projectionName">The projection that follows, or null for a query. It never meets its own output unasked.</param>
internal sealed class EventLoop(StoreEngine store, int pageSize, string? projectionName = null)
{
    private readonly Dictionary<long, StreamPosition> _positions = [];
    private readonly PageAhead _pages = new(store);
    private List<StreamInfo> _behind = [];

    /// <summary>Handles a row; true stops behind it. The position moves when it has returned.</summary>
    public delegate ValueTask<bool> Step(in RecordedEvent row, StreamInfo stream, CancellationToken cancellationToken);

    /// <summary>Called when the positions have moved to the end of a page; true stops there.</summary>
    public delegate ValueTask<bool> PageEnd();

    /// <summary>What the steps of a run look at. Metadata costs the server more than the payload, which it gives as it was written.</summary>
    public EventColumns Columns { get; set; } = EventColumns.All;

    /// <summary>How far it has come in each stream that it has met.</summary>
    public IReadOnlyList<StreamPosition> Positions => [.. _positions.Values];

    /// <summary>Forgets where it was, and goes on at other positions.</summary>
    public void MoveTo(IEnumerable<StreamPosition> positions)
    {
        _behind = [];
        _positions.Clear();
        foreach (StreamPosition position in positions)
        {
            _positions[position.StreamId] = position;
        }
    }

    /// <summary>
    /// Moves the position of each stream of the page in progress: a merged page is in the order of positions, and what
    /// it has delivered, it has covered in every stream.
    /// </summary>
    public void Cover(long position)
    {
        foreach (StreamInfo stream in _behind)
        {
            if (!_positions.TryGetValue(stream.Id, out StreamPosition known) || known.Position < position)
            {
                _positions[stream.Id] = new StreamPosition(stream.Id, stream.Name, position);
            }
        }
    }

    /// <summary>Reads to the head that is visible now, or until a step asks to stop.</summary>
    /// <param name="sources">Where to read.</param>
    /// <param name="eventNames">The stored names to read, or null for every name.</param>
    /// <param name="step">Handles a row.</param>
    /// <param name="pageEnd">Called behind each page, or null.</param>
    /// <param name="cancellationToken">Looked at before each event.</param>
    /// <returns>The head.</returns>
    public async Task<long> RunAsync(EventSources sources, IReadOnlyList<string>? eventNames, Step step, PageEnd? pageEnd, CancellationToken cancellationToken)
    {
        try
        {
            return await FollowAsync(sources, eventNames, step, pageEnd, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _pages.GiveUpAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<long> FollowAsync(EventSources sources, IReadOnlyList<string>? eventNames, Step step, PageEnd? pageEnd, CancellationToken cancellationToken)
    {
        StoreHead head = await ReadHeadAsync(sources, cancellationToken).ConfigureAwait(false);
        long end = head.Position;
        while (true)
        {
            _behind = [.. head.Streams.Where(stream => IsFollowed(stream, sources) && PositionOf(stream) < end)];
            if (_behind.Count == 0)
            {
                return end;
            }

            EventPage page;
            try
            {
                page = await _pages.ReadAsync(Request(sources, eventNames, 0, end), cancellationToken).ConfigureAwait(false);
            }
            catch (StreamNotFoundException)
            {
                head = await ReadHeadAsync(sources, cancellationToken).ConfigureAwait(false);
                if (AreAllIn(head, _behind))
                {
                    throw;
                }

                // One was deleted since the head was read: the others go on, and so does one that was made anew.
                continue;
            }

            using (page)
            {
                if (await HandleAsync(page, last => Request(sources, eventNames, last, end), end, step, cancellationToken).ConfigureAwait(false)
                    || (pageEnd is not null && await pageEnd().ConfigureAwait(false)))
                {
                    return end;
                }
            }
        }
    }

    private static bool AreAllIn(StoreHead head, List<StreamInfo> streams)
    {
        var ids = head.Streams.Select(stream => stream.Id).ToHashSet();
        return streams.TrueForAll(stream => ids.Contains(stream.Id));
    }

    private async ValueTask<StoreHead> ReadHeadAsync(EventSources sources, CancellationToken cancellationToken)
    {
        StoreHead head = await store.Log.ReadHeadAsync(sources.Selection, cancellationToken).ConfigureAwait(false);
        foreach (StreamInfo stream in head.Streams)
        {
            if (projectionName is not null && PositionOf(stream) > head.LastPosition)
            {
                throw new CheckpointAheadOfStoreException(projectionName, $"it has come to position {PositionOf(stream)} of stream '{stream.Name}', and the last position is {head.LastPosition}.");
            }
        }

        return head;
    }

    private bool IsFollowed(StreamInfo stream, EventSources sources) =>
        projectionName is null || sources.Selection.Names.Count > 0 || stream.CreatedByProjection != projectionName;

    /// <summary>What comes behind a position, and behind what each stream has come to.</summary>
    private ReadRequest Request(EventSources sources, IReadOnlyList<string>? eventNames, long position, long end) => new()
    {
        Streams = [.. _behind.Select(stream => new StreamRange { StreamName = stream.Name, StreamId = stream.Id, From = Math.Max(PositionOf(stream), position) + 1, Matcher = sources.MatcherOf(stream.Name) })],
        To = end,
        Limit = pageSize,
        EventNames = eventNames,
        Columns = Columns,
    };

    private async ValueTask<bool> HandleAsync(EventPage page, Func<long, ReadRequest> next, long end, Step step, CancellationToken cancellationToken)
    {
        long covered = 0;
        try
        {
            for (int i = 0; i < page.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_pages.IsDue(page, i))
                {
                    _pages.Begin(next(page.Rows[^1].Position), cancellationToken);
                }

                bool stops = await step(page.Rows[i], _behind[page.Rows[i].StreamIndex], cancellationToken).ConfigureAwait(false);
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
            Cover(covered);
        }
    }

    private long PositionOf(StreamInfo stream) => _positions.GetValueOrDefault(stream.Id).Position;
}
