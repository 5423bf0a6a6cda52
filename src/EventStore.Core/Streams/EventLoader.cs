using System.Runtime.CompilerServices;
using EventStore.Providers;

namespace EventStore;

/// <summary>The way of a load: pages of rows → domain events → Loaded.</summary>
internal sealed class EventLoader(StoreEngine store, EventReader reader, MiddlewarePipeline pipeline, EventStoreOptions options)
{
    /// <summary>Delivers events page by page. Each enumeration starts afresh.</summary>
    public async IAsyncEnumerable<DomainEvent> LoadAsync(
        IReadOnlyList<StreamRange> streams,
        ReadDirection direction,
        long to,
        long? count,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long remaining = count ?? long.MaxValue;
        var request = new ReadRequest { Streams = streams, Direction = direction, To = to, Limit = PageSize(remaining), ReadsLastPosition = true };
        var pages = new PageAhead(store);
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                using EventPage page = await pages.ReadAsync(request, cancellationToken).ConfigureAwait(false);
                remaining -= page.Count;
                ReadRequest? next = page.IsLast || remaining <= 0 ? null : Next(request, page, PageSize(remaining));
                for (int i = 0; i < page.Count; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (next is not null && pages.IsDue(page, i))
                    {
                        pages.Begin(next, cancellationToken);
                    }

                    DomainEvent domainEvent = reader.Read(page.Rows[i], request.Streams[page.Rows[i].StreamIndex].StreamName);
                    yield return await pipeline.RunAsync(DomainEventAction.Loaded, domainEvent, cancellationToken).ConfigureAwait(false);
                }

                if (next is null)
                {
                    yield break;
                }

                request = next;
            }
        }
        finally
        {
            await pages.GiveUpAsync().ConfigureAwait(false);
        }
    }

    private static ReadRequest? Next(ReadRequest request, EventPage page, int limit)
    {
        long last = page.Count > 0 ? page.Rows[^1].Position : 0;
        bool forwards = request.Direction == ReadDirection.Forwards;
        if (page.Count == 0 || (!forwards && last <= 1))
        {
            return null;
        }

        var streams = new StreamRange[request.Streams.Count];
        for (int i = 0; i < streams.Length; i++)
        {
            StreamRange range = request.Streams[i];
            streams[i] = range with
            {
                StreamId = page.StreamIds[i],
                From = forwards ? Math.Max(range.From, last + 1) : Math.Min(range.From, last - 1),
            };
        }

        return request with
        {
            Streams = streams,
            To = request.ReadsLastPosition ? Math.Min(request.To, page.LastPosition) : request.To,
            ReadsLastPosition = false,
            Limit = limit,
        };
    }

    private int PageSize(long remaining) => (int)Math.Min(options.PageSize, remaining);
}
