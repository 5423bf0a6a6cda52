namespace EventStore.Conformance.Streams;

public abstract class StreamContract(TestStorage storage) : StoreContract(storage)
{
    [Fact, Proves("S-04")]
    public async Task A_stream_is_there_once_it_is_created_and_empty()
    {
        Assert.False(await Store.HasStreamAsync("users"));

        await Store.CreateStreamAsync("users");

        Assert.True(await Store.HasStreamAsync("users"));
        Assert.Empty(await LoadAllAsync("users"));
    }

    [Fact, Proves("S-05")]
    public async Task A_stream_that_is_created_again_keeps_its_events()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();

        var exception = await Assert.ThrowsAsync<StreamAlreadyExistsException>(() => Store.CreateStreamAsync(Fixture));

        Assert.Equal(Fixture, exception.StreamName);
        Assert.Equal(positions, await PositionsOfAsync(Fixture));
    }

    [Fact, Proves("S-06")]
    public async Task Of_two_that_create_a_stream_at_once_one_succeeds()
    {
        for (int round = 0; round < 10; round++)
        {
            IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(2, _ => Store.CreateStreamAsync($"users {round}"));

            Assert.IsType<StreamAlreadyExistsException>(Assert.Single(thrown, exception => exception is not null));
            Assert.True(await Store.HasStreamAsync($"users {round}"));
        }
    }

    [Fact, Proves("S-05", "S-12")]
    public async Task What_a_store_answers_comes_from_the_task_and_not_from_the_call()
    {
        await Store.CreateStreamAsync("users");

        Task created = Store.CreateStreamAsync("users");
        Task deleted = Store.DeleteStreamAsync("others");
        Task<bool> found = Store.HasStreamAsync("users", new CancellationToken(canceled: true));
        Task<IReadOnlyList<string>> names = Store.FetchAllStreamNamesAsync(new CancellationToken(canceled: true));

        await Assert.ThrowsAsync<StreamAlreadyExistsException>(() => created);
        await Assert.ThrowsAsync<StreamNotFoundException>(() => deleted);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => found);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => names);
    }

    [Fact, Proves("S-06")]
    public async Task Of_two_that_delete_a_stream_at_once_one_succeeds()
    {
        for (int round = 0; round < 10; round++)
        {
            await Store.CreateStreamAsync("users");

            IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(2, _ => Store.DeleteStreamAsync("users"));

            Assert.IsType<StreamNotFoundException>(Assert.Single(thrown, exception => exception is not null));
            Assert.False(await Store.HasStreamAsync("users"));
        }
    }

    [Fact, Proves("S-11")]
    public async Task A_deleted_stream_leaves_the_others_as_they_were()
    {
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        await CreateFixtureAsync("user-234");

        await Store.DeleteStreamAsync("user-234");

        Assert.False(await Store.HasStreamAsync("user-234"));
        await Assert.ThrowsAsync<StreamNotFoundException>(() => LoadAllAsync("user-234"));
        Assert.Equal([Fixture], await Store.FetchAllStreamNamesAsync());
        Assert.Empty(await Store.FetchStreamNamesAsync("user-234"));
        Assert.Equal([Fixture], await Store.FetchStreamNamesRegexAsync("user"));
        Assert.Equal(positions, await PositionsOfAsync(Fixture));
    }

    [Fact, Proves("S-12")]
    public async Task A_stream_that_is_missing_cannot_be_deleted()
    {
        var exception = await Assert.ThrowsAsync<StreamNotFoundException>(() => Store.DeleteStreamAsync("users"));

        Assert.Equal("users", exception.StreamName);
    }

    [Fact, Proves("S-13")]
    public async Task A_stream_that_is_deleted_and_created_again_begins_anew()
    {
        DomainEvent[] events = Make.History(FixtureId, 50);
        IReadOnlyList<long> first = await CreateStreamAsync(Fixture, events);
        await Store.DeleteStreamAsync(Fixture);
        await Store.CreateStreamAsync(Fixture);

        Assert.Empty(await LoadAllAsync(Fixture));
        AppendResult again = await Store.AppendToAsync(Fixture, events);

        Assert.False(again.AlreadyStored);
        Assert.All(again.Positions, position => Assert.True(position > first[^1]));
        Assert.Equal(again.Positions, await PositionsOfAsync(Fixture));
    }
}
