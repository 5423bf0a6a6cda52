using EventStore.Providers;

namespace EventStore;

/// <summary>Reads one event again, whole.</summary>
internal static class EventLookup
{
    /// <summary>The event at a position of a stream; null if it is gone with its stream.</summary>
    public static async ValueTask<DomainEvent?> ReadAsync(StoreEngine store, long streamId, string streamName, long position, CancellationToken cancellationToken)
    {
        var range = new StreamRange { StreamName = streamName, StreamId = streamId, From = position };
        try
        {
            using EventPage page = await store.Log.ReadAsync(new ReadRequest { Streams = [range], To = position, Limit = 1 }, cancellationToken).ConfigureAwait(false);
            return page.Count == 0 ? null : store.Reader.Read(page.Rows[0], streamName);
        }
        catch (StreamNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The same for whoever has something else to tell; null also if the storage does not answer.</summary>
    public static async ValueTask<DomainEvent?> TryReadAsync(StoreEngine store, StreamInfo stream, long position)
    {
        try
        {
            return await ReadAsync(store, stream.Id, stream.Name, position, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (store.Log.Projections.IsTransient(exception))
        {
            return null;
        }
    }
}
