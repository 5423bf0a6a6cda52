using EventStore.Generators.Fixture;

namespace EventStore.Generators.Tests.Aggregates;

public sealed class CatalogTests
{
    [Fact]
    public void A_catalog_holds_every_event_of_its_assembly()
    {
        Type[] marked = [.. typeof(Account).Assembly.GetTypes().Where(type => type.IsDefined(typeof(EventAttribute), inherit: false))];

        Assert.Equal(marked.Select(type => type.Name).Order(), FixtureEvents.Catalog.EventTypes.Select(type => type.ClrType.Name).Order());
        Assert.All(FixtureEvents.Catalog.EventTypes, type => Assert.Equal(type.ClrType, type.JsonTypeInfo.Type));
    }

    [Fact]
    public void Former_names_are_found()
    {
        Assert.True(FixtureEvents.Catalog.TryFind("paid-in", out EventType? type));
        Assert.Equal(typeof(MoneyDeposited), type.ClrType);
        Assert.Equal(["deposit-made", "paid-in"], type.FormerNames);
    }

    [Fact]
    public void An_event_is_described_once() => Assert.Same(FixtureEvents.Catalog, FixtureEvents.Catalog);
}
