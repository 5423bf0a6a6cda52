using EventStore.Conformance;
using EventStore.Conformance.Domain;

namespace EventStore.InMemory.Tests;

public sealed class PositionTests
{
    [Fact, Proves("F-23")]
    public async Task Used_up_positions_refuse_the_append_and_reading_goes_on()
    {
        var storage = new InMemoryStorage { DrawnPosition = InMemoryStorage.MaxPosition - 2, LastPosition = InMemoryStorage.MaxPosition - 2 };
        await using IEventStore store = new EventStoreBuilder().UseInMemory(storage).AddEvents(Users.Catalog).Build();
        await store.InstallAsync();
        await store.CreateStreamAsync("users");

        await Assert.ThrowsAsync<PositionsExhaustedException>(() => store.AppendToAsync("users", [Event(), Event(), Event()]));
        AppendResult last = await store.AppendToAsync("users", [Event(), Event()]);
        await Assert.ThrowsAsync<PositionsExhaustedException>(() => store.AppendToAsync("users", [Event()]));

        Assert.Equal([InMemoryStorage.MaxPosition - 1, InMemoryStorage.MaxPosition], last.Positions);
        Assert.Equal(last.Positions, await store.LoadAsync("users").Select(e => e.Position).ToListAsync());
        Assert.Equal(2, await store.Query(() => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync());
    }

    private static DomainEvent Event() => DomainEvent.Create(Users.Catalog, new UserCreated("Alex"));
}
