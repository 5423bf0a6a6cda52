namespace EventStore.Conformance.Streams;

public abstract class InstallationContract(TestStorage storage) : StoreContract(storage)
{
    protected override bool InstallsFirst => false;

    [Fact, Proves("S-01")]
    public async Task After_the_installation_streams_can_be_created()
    {
        await Store.InstallAsync();

        await Store.CreateStreamAsync("users");

        Assert.True(await Store.HasStreamAsync("users"));
        Assert.Equal(0, await Counter().RunAsync());
    }

    [Fact, Proves("S-02")]
    public async Task Eight_installations_at_once_succeed_and_lose_nothing()
    {
        await Store.InstallAsync();
        IReadOnlyList<long> positions = await CreateFixtureAsync();
        await Counter().RunAsync();
        IEventStore[] stores = [.. Enumerable.Range(0, 8).Select(_ => CreateStore())];

        IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(8, caller => stores[caller].InstallAsync());

        Assert.All(thrown, Assert.Null);
        Assert.Equal(positions, await PositionsOfAsync(Fixture));
        Assert.Equal(50, await Store.Projections.FetchStateAsync<int>("counter"));
        Assert.Equal(50, await Counter().RunAsync());
    }

    [Fact, Proves("S-02")]
    public async Task Eight_first_installations_at_once_succeed()
    {
        IEventStore[] stores = [.. Enumerable.Range(0, 8).Select(_ => CreateStore())];

        IReadOnlyList<Exception?> thrown = await StartGate.RunAsync(8, caller => stores[caller].InstallAsync());

        Assert.All(thrown, Assert.Null);
        await CreateFixtureAsync();
    }

    [Fact, Proves("S-03")]
    public async Task Without_an_installation_everything_on_streams_says_what_to_call()
    {
        await SaysWhatToCallAsync(() => Store.CreateStreamAsync("users"));
        await SaysWhatToCallAsync(() => Store.DeleteStreamAsync("users"));
        await SaysWhatToCallAsync(() => Store.HasStreamAsync("users"));
        await SaysWhatToCallAsync(() => Store.FetchAllStreamNamesAsync());
        await SaysWhatToCallAsync(() => Store.FetchStreamNamesAsync("users"));
        await SaysWhatToCallAsync(() => Store.FetchStreamNamesRegexAsync("user"));
        await SaysWhatToCallAsync(() => Store.FetchCategoryNamesAsync());
        await SaysWhatToCallAsync(() => Store.FetchCategoryNamesRegexAsync("user"));
    }

    [Fact, Proves("S-03")]
    public async Task Without_an_installation_everything_on_projections_says_what_to_call()
    {
        IProjectionManager manager = Store.Projections;
        await SaysWhatToCallAsync(() => Counter().RunAsync());
        await SaysWhatToCallAsync(() => Counter().RunAsync(keepRunning: true));
        await SaysWhatToCallAsync(() => Counter().StopAsync());
        await SaysWhatToCallAsync(() => Counter().ResetAsync());
        await SaysWhatToCallAsync(() => Counter().DeleteAsync(true));
        await SaysWhatToCallAsync(() => manager.FetchNamesAsync());
        await SaysWhatToCallAsync(() => manager.FetchNamesRegexAsync("c"));
        await SaysWhatToCallAsync(() => manager.ProjectionExistsAsync("counter"));
        await SaysWhatToCallAsync(() => manager.FetchAsync("counter"));
        await SaysWhatToCallAsync(() => manager.FetchStatusAsync("counter"));
        await SaysWhatToCallAsync(() => manager.FetchPositionsAsync("counter"));
        await SaysWhatToCallAsync(() => manager.FetchStateAsync<int>("counter"));
        await SaysWhatToCallAsync(() => manager.FetchLagAsync("counter"));
        await SaysWhatToCallAsync(() => manager.FetchParkedEventsAsync("counter"));
        await SaysWhatToCallAsync(() => manager.StopAsync("counter"));
        await SaysWhatToCallAsync(() => manager.ResetAsync("counter"));
        await SaysWhatToCallAsync(() => manager.DeleteAsync("counter", true));
        await SaysWhatToCallAsync(() => manager.ResumeAsync("counter"));
        await SaysWhatToCallAsync(() => manager.WaitForAsync("counter", "users", 1));
        await SaysWhatToCallAsync(() => manager.ReplaceAsync("counter", "other"));
    }

    [Fact, Proves("S-03")]
    public async Task Without_an_installation_everything_on_events_says_what_to_call()
    {
        await SaysWhatToCallAsync(() => Store.AppendToAsync("users", Make.Events(1)));
        await SaysWhatToCallAsync(() => Store.LoadAsync("users").ToListAsync().AsTask());
        await SaysWhatToCallAsync(() => Store.LoadBackwardsAsync("users").ToListAsync().AsTask());
        await SaysWhatToCallAsync(() => Store.MergeAndLoadAsync([new("users"), new("guests")]).ToListAsync().AsTask());
        await SaysWhatToCallAsync(() => Store.Query(() => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync());
        await SaysWhatToCallAsync(() => Store.Query(() => 0).FromStream("users").WhenAny((count, _) => count + 1).RunAsync());

        AppendOutcome outcome = Assert.Single(await Record(() => Store.AppendAsync([AppendUnit.For("users", Make.Events(1))])) ?? []);
        Assert.IsType<EventStoreNotInstalledException>(outcome.Exception);

        static async Task<IReadOnlyList<AppendOutcome>?> Record(Func<Task<IReadOnlyList<AppendOutcome>>> append)
        {
            try
            {
                return await append();
            }
            catch (EventStoreNotInstalledException exception)
            {
                return [new AppendOutcome(exception)];
            }
        }
    }

    private Projector<int> Counter() => Store.Projector("counter", () => 0).FromAll().WhenAny((count, _) => count + 1);

    private static async Task SaysWhatToCallAsync(Func<Task> call)
    {
        EventStoreNotInstalledException exception = await Assert.ThrowsAsync<EventStoreNotInstalledException>(call);
        Assert.Contains("InstallAsync", exception.Message, StringComparison.Ordinal);
    }
}
