using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Querying;

/// <summary>How a query is put together, and what is refused.</summary>
public abstract class QueryBuilderContract(TestStorage storage) : StoreContract(storage)
{
    [Fact, Proves("Q-13")]
    public void A_query_has_one_source()
    {
        Action<Query<int>>[] sources =
        [
            query => query.FromStream("users"),
            query => query.FromStreams("users", "guests"),
            query => query.FromStreams(new StreamSource("users"), new StreamSource("guests")),
            query => query.FromCategory("user"),
            query => query.FromCategories("user", "guest"),
            query => query.FromAll(),
        ];

        foreach (Action<Query<int>> first in sources)
        {
            foreach (Action<Query<int>> second in sources)
            {
                Query<int> query = Store.Query(() => 0);
                first(query);
                Assert.Throws<InvalidOperationException>(() => second(query));
            }
        }
    }

    [Fact, Proves("Q-13")]
    public async Task A_query_has_one_init_function_and_its_parts_come_in_any_order()
    {
        await CreateFixtureAsync();

        Assert.Throws<InvalidOperationException>(() => Store.Query(() => 0).Init(() => 1));
        Assert.Throws<InvalidOperationException>(() => Store.Query<int>().Init(() => 0).Init(() => 1));
        Assert.Equal(54, await Store.Query<int>().When<UsernameChanged>((count, _) => count + 1).FromStream(Fixture).Init(() => 5).RunAsync());
        Assert.Equal(54, await Store.Query<int>().FromStream(Fixture).Init(() => 5).When<UsernameChanged>((count, _) => count + 1).RunAsync());
    }

    [Fact, Proves("Q-14")]
    public async Task Each_type_of_event_has_one_handler()
    {
        await CreateFixtureAsync();

        Assert.Throws<InvalidOperationException>(() => Renames().When<UsernameChanged>((count, _) => count));
        Assert.Throws<InvalidOperationException>(() => Renames().WhenAny((count, _) => count));
        Assert.Throws<InvalidOperationException>(() => All().WhenAny((count, _) => count));
        Assert.Throws<InvalidOperationException>(() => All().When<UsernameChanged>((count, _) => count));
        Assert.Equal(149, await Renames().When<UserCreated>((count, _) => count + 100).FromStream(Fixture).RunAsync());
    }

    [Fact, Proves("Q-15")]
    public async Task What_is_missing_is_named()
    {
        await LacksAsync("From", Renames());
        await LacksAsync("When", Store.Query(() => 0).FromAll());
        await LacksAsync("Init", Store.Query<int>().FromAll().WhenAny((count, _) => count + 1));

        static async Task LacksAsync(string method, Query<int> query)
        {
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => query.RunAsync());
            Assert.Contains(method, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact, Proves("Q-16")]
    public void Several_sources_are_named_once_each()
    {
        Refuses(query => query.FromStreams(Array.Empty<string>()));
        Refuses(query => query.FromStreams(Array.Empty<StreamSource>()));
        Refuses(query => query.FromStreams("users", "guests", "users"));
        Refuses(query => query.FromStreams(new StreamSource("users"), new StreamSource("users", Match.AggregateId(FixtureId))));
        Refuses(query => query.FromCategories());
        Refuses(query => query.FromCategories("user", "user"));

        void Refuses(Action<Query<int>> call) => Assert.ThrowsAny<ArgumentException>(() => call(Store.Query(() => 0)));
    }

    [Fact, Proves("Q-17")]
    public async Task A_running_query_is_left_alone()
    {
        await CreateFixtureAsync();
        Query<int> query = Store.Query(() => 0).FromStream(Fixture);
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        query.When<UserCreated>(async (count, _) =>
        {
            entered.SetResult();
            await left.Task;
            return count + 1;
        });
        Task<int> run = query.RunAsync();
        await entered.Task;

        await Assert.ThrowsAsync<InvalidOperationException>(() => query.RunAsync());
        Assert.Throws<InvalidOperationException>(() => query.Reset());
        Assert.Throws<InvalidOperationException>(() => query.When<UsernameChanged>((count, _) => count));
        Assert.Throws<InvalidOperationException>(() => query.WhenAny((count, _) => count));
        Assert.Throws<InvalidOperationException>(() => query.FromAll());
        Assert.Throws<InvalidOperationException>(() => query.Init(() => 0));
        left.SetResult();

        Assert.Equal(1, await run);
    }

    private Query<int> Renames() => Store.Query(() => 0).When<UsernameChanged>((count, _) => count + 1);

    private Query<int> All() => Store.Query(() => 0).WhenAny((count, _) => count + 1);
}
