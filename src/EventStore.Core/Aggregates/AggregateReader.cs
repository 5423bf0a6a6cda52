using System.Text;
using EventStore.CompilerServices;
using EventStore.Providers;

namespace EventStore;

/// <summary>The way of a rehydrate: pages of rows → ordinal → payload → handler.</summary>
/// <typeparam name="TAggregate">The aggregate.</typeparam>
internal sealed class AggregateReader<TAggregate>(StoreEngine store, string streamName)
    where TAggregate : class, IAggregate<TAggregate>
{
    public async Task<TAggregate?> FindAsync(Guid aggregateId, CancellationToken cancellationToken)
    {
        bool runsMiddleware = store.Pipeline.Has(DomainEventAction.Loaded);
        var request = new AggregateReadRequest
        {
            StreamName = streamName,
            AggregateType = TAggregate.AggregateTypeName,
            AggregateId = aggregateId,
            Limit = store.Options.PageSize,
            Columns = runsMiddleware || TAggregate.HandlersReadContext ? EventColumns.All : EventColumns.None,
        };
        var journal = new AggregateJournal(aggregateId, TAggregate.AggregateTypeName, store.TimeProvider);
        TAggregate? aggregate = null;
        long version = 0;
        while (true)
        {
            using EventPage page = await store.Log.ReadAggregateAsync(request, cancellationToken).ConfigureAwait(false);
            if (page.Count > 0)
            {
                aggregate ??= TAggregate.Create(journal.Replaying());
                aggregate = runsMiddleware
                    ? await ReplayThroughMiddlewareAsync(aggregate, page, version, cancellationToken).ConfigureAwait(false)
                    : await ReplayAsync(aggregate, page, request with { AfterVersion = version }, cancellationToken).ConfigureAwait(false);
                version += page.Count;
            }

            if (page.IsLast || page.Count == 0)
            {
                return aggregate is null ? null : TAggregate.WithJournal(aggregate, journal.Replayed(version, streamName));
            }

            request = request with { StreamId = page.StreamIds[0], AfterVersion = version };
        }
    }

    private async ValueTask<TAggregate> ReplayAsync(TAggregate aggregate, EventPage page, AggregateReadRequest request, CancellationToken cancellationToken)
    {
        int handled = 0;
        UnreadablePayloadException? unreadable = null;
        try
        {
            aggregate = Replay(aggregate, page, request, ref handled);
            if (handled == page.Count)
            {
                return aggregate;
            }
        }
        catch (UnreadablePayloadException exception)
        {
            unreadable = exception;
        }

        // The rows of a replay carry no header: the one that stopped it is read again, to be named in full.
        AggregateReadRequest one = request with { AfterVersion = request.AfterVersion + handled, Limit = 1, Columns = EventColumns.All };
        using EventPage again = await store.Log.ReadAggregateAsync(one, cancellationToken).ConfigureAwait(false);
        if (again.Count == 0)
        {
            throw new StreamNotFoundException(streamName, unreadable?.InnerException);
        }

        DomainEvent domainEvent = EventReader.Read(again.Rows[0], streamName, type: null);
        throw unreadable is null ? AggregateReplay.Unhandled(TAggregate.AggregateTypeName, domainEvent) : unreadable.Explain(domainEvent);
    }

    /// <summary>Replays rows up to one whose name the aggregate neither handles nor ignores.</summary>
    private TAggregate Replay(TAggregate aggregate, EventPage page, AggregateReadRequest request, ref int handled)
    {
        var context = new RowReplayContext(streamName);
        IReadOnlyList<EventType> types = TAggregate.EventTypes;
        foreach (ref readonly RecordedEvent row in page.Rows)
        {
            CheckVersion(request.AggregateId, request.AfterVersion + handled + 1, row.AggregateVersion);
            int ordinal = TAggregate.FindEvent(row.Name.Span);
            if (ordinal >= 0)
            {
                context.Set(row, types[ordinal]);
                aggregate = TAggregate.Replay(aggregate, ordinal, UnreadablePayloadException.Read(row, types[ordinal]), context);
            }
            else if (!TAggregate.IgnoresEvent(row.Name.Span))
            {
                break;
            }

            handled++;
        }

        return aggregate;
    }

    private async ValueTask<TAggregate> ReplayThroughMiddlewareAsync(TAggregate aggregate, EventPage page, long version, CancellationToken cancellationToken)
    {
        var context = new RowReplayContext(streamName);
        for (int i = 0; i < page.Count; i++)
        {
            RecordedEvent row = page.Rows[i];
            CheckVersion(row.AggregateId, version + i + 1, row.AggregateVersion);
            int ordinal = TAggregate.FindEvent(row.Name.Span);
            if (ordinal < 0)
            {
                AggregateReplay.IgnoreOrThrow<TAggregate>(Encoding.UTF8.GetString(row.Name.Span), row.AggregateId, streamName, row.Position);
                continue;
            }

            EventType type = TAggregate.EventTypes[ordinal];
            DomainEvent domainEvent = await store.Pipeline.RunAsync(DomainEventAction.Loaded, EventReader.Read(row, streamName, type), cancellationToken).ConfigureAwait(false);
            context.Set(domainEvent);
            object payload = domainEvent.PayloadAs(type);
            aggregate = TAggregate.Replay(aggregate, AggregateReplay.OrdinalOf<TAggregate>(payload, ordinal, domainEvent), payload, context);
        }

        return aggregate;
    }

    private static void CheckVersion(Guid aggregateId, long expected, long actual)
    {
        if (actual != expected)
        {
            throw new AggregateHistoryException(TAggregate.AggregateTypeName, aggregateId, expected, actual);
        }
    }
}
