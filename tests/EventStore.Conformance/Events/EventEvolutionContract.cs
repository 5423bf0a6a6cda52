using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Events;

/// <summary>Events that were stored by another release, which knew other names or other shapes.</summary>
public abstract class EventEvolutionContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Fact, Proves("E-17")]
    public async Task An_event_under_a_former_name_has_the_type_of_today()
    {
        await StoreAsAsync("user-renamed", new UsernameChanged("Sascha"));

        DomainEvent loaded = Assert.Single(await LoadAllAsync(Stream));

        Assert.Equal(new UsernameChanged("Sascha"), loaded.Payload);
        Assert.Equal("user-renamed", loaded.Name);
    }

    [Fact, Proves("E-18")]
    public async Task An_event_that_no_catalog_knows_shows_all_but_its_payload()
    {
        DomainEvent stored = await StoreAsAsync("long-forgotten", new UserCreated("Alex"), EventMetadata.Of(("ip", "::1")));

        DomainEvent loaded = Assert.Single(await LoadAllAsync(Stream));

        Assert.Equal("long-forgotten", loaded.Name);
        Assert.Equal(stored.EventId, loaded.EventId);
        Assert.Equal(stored.CreatedAt, loaded.CreatedAt);
        Assert.Equal("::1", loaded.Metadata.GetString("ip"));
        UnknownEventException exception = Assert.Throws<UnknownEventException>(() => loaded.Payload);
        Assert.Equal((Stream, loaded.Position, "long-forgotten"), (exception.StreamName, exception.Position, exception.EventName));
    }

    [Fact, Proves("A-22", "E-18")]
    public async Task A_loaded_event_that_no_catalog_knows_is_stored_elsewhere_as_it_stands()
    {
        await StoreAsAsync("long-forgotten", new UserCreated("Alex"), EventMetadata.Of(("ip", "::1")));
        await Store.CreateStreamAsync("other");
        DomainEvent loaded = Assert.Single(await LoadAllAsync(Stream));

        await Store.AppendToAsync("other", [loaded]);

        DomainEvent copy = Assert.Single(await LoadAllAsync("other"));
        Assert.Equal((loaded.EventId, "long-forgotten", loaded.CreatedAt, "::1"), (copy.EventId, copy.Name, copy.CreatedAt, copy.Metadata.GetString("ip")));
        IEventStore old = CreateStore(Make.CatalogWith<UserCreated>("long-forgotten"));
        Assert.Equal(new UserCreated("Alex"), (await old.LoadAsync("other").SingleAsync()).Payload);
    }

    [Fact, Proves("E-19")]
    public async Task A_member_that_was_not_stored_has_the_value_of_its_initialiser()
    {
        await StoreAsAsync("profile-changed", new UserCreated("Sascha"));

        var loaded = Assert.IsType<ProfileChanged>(Assert.Single(await LoadAllAsync(Stream)).Payload);

        Assert.Equal("Sascha", loaded.Username);
        Assert.Equal("en", loaded.Language);
        Assert.Empty(loaded.Tags);
        Assert.Empty(loaded.Counters);
    }

    [Fact, Proves("E-20")]
    public async Task A_payload_that_cannot_be_read_says_which_and_leaves_the_others_readable()
    {
        await CreateStreamAsync(Stream, Make.Event(new NumberNoted(1)));
        DomainEvent broken = await StoreAsAsync("number-noted", new TextNoted("two"));
        await Store.AppendToAsync(Stream, [Make.Event(new NumberNoted(3))]);

        List<DomainEvent> loaded = await LoadAllAsync(Stream);

        Assert.Equal(new NumberNoted(1), loaded[0].Payload);
        Assert.Equal(new NumberNoted(3), loaded[2].Payload);
        EventSerializationException exception = Assert.Throws<EventSerializationException>(() => loaded[1].Payload);
        Assert.Equal(Stream, exception.StreamName);
        Assert.Equal(loaded[1].Position, exception.Position);
        Assert.Equal(broken.EventId, exception.EventId);
        Assert.Equal("number-noted", exception.EventName);
    }

    /// <summary>Stores an event as a release did that knew its shape under another name.</summary>
    private async Task<DomainEvent> StoreAsAsync<T>(string name, T payload, EventMetadata? metadata = null)
        where T : notnull
    {
        EventCatalog then = Make.CatalogWith<T>(name);
        IEventStore old = CreateStore(then);
        if (!await old.HasStreamAsync(Stream))
        {
            await old.CreateStreamAsync(Stream);
        }

        DomainEvent stored = DomainEvent.Create(then, payload, metadata: metadata);
        await old.AppendToAsync(Stream, [stored]);
        return stored;
    }
}
