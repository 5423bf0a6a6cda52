using EventStore.InMemory;

namespace EventStore;

/// <summary>Keeps events in memory.</summary>
public static class InMemoryEventStoreBuilderExtensions
{
    /// <summary>Keeps events in memory, for as long as the store lives: the embedded default, without server and file.</summary>
    /// <param name="builder">The builder.</param>
    /// <remarks>It behaves as PostgreSQL does, installation included, and each built store has its own memory.</remarks>
    public static EventStoreBuilder UseInMemory(this EventStoreBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseEventLog(context => new InMemoryEventLog(new InMemoryStorage(), context.TimeProvider));
    }

    /// <summary>Keeps events in memory that several stores share, as several processes share a database.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="storage">The memory; it outlives the stores.</param>
    public static EventStoreBuilder UseInMemory(this EventStoreBuilder builder, InMemoryStorage storage)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(storage);
        return builder.UseEventLog(context => new InMemoryEventLog(storage, context.TimeProvider));
    }
}
