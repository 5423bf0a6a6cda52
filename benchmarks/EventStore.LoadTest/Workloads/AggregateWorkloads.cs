using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Limit;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;

namespace EventStore.LoadTest.Workloads;

/// <summary>Loads of an aggregate, and changes of one: load, act, save.</summary>
internal sealed class AggregateWorkloads(Stage stage)
{
    /// <summary>A step through the accounts that leaves none out.</summary>
    private const int Stride = 7_919;

    private int Part => stage.Pace.IsQuick ? 20 : 1;

    public IEnumerable<Comparison> All()
    {
        yield return Rehydrate(10, 2_000, 1);
        yield return Rehydrate(100, 1_000, 1);
        yield return Rehydrate(100, 1_000, 8);
        yield return Rehydrate(1_000, 60, 1);
        yield return Update(1);
        yield return Update(8);
    }

    public Comparison Rehydrate(int events, int accounts, int callers)
    {
        string stream = $"rehydrate-{events}";
        Guid[] ids = [];
        return new Comparison
        {
            Workload = stream,
            Callers = callers,
            EventsPerOperation = events,
            SetUp = async () => ids = await stage.KeepStreamAsync(stream, accounts / Part, events),
            MakeOurs = connection =>
            {
                IEventStore store = connection.BuildStore();
                var repository = new Repository<Account>(store, stream);
                int[] next = Starts(callers);
                return Task.FromResult(new Contender(
                    async caller => Check((await repository.GetAsync(Next(next, caller, ids))).Events, events),
                    store));
            },
            MakeLimit = async connection =>
            {
                LimitStore store = await LimitStore.OpenAsync(connection);
                string sql = LimitStatements.Of(LimitStatements.Rehydrate, await stage.TableOfAsync(stream));
                int[] next = Starts(callers);
                return new Contender(
                    async caller => Check((await store.GetAsync(sql, Next(next, caller, ids))).Events, events),
                    store);
            },
        };
    }

    /// <summary>Each caller changes accounts of its own in turn, which begin with ten events; so nobody is in anybody's way.</summary>
    private Comparison Update(int callers)
    {
        const int events = 10;
        string ours = $"update-{callers}";
        string limit = $"{ours}-limit";
        int accounts = 1_000 / Part * callers;
        Guid[] ourIds = [];
        Guid[] limitIds = [];
        return new Comparison
        {
            Workload = "update",
            Callers = callers,
            EventsPerOperation = 1,
            SetUp = async () =>
            {
                await stage.CreateStreamAsync(ours);
                await stage.CreateStreamAsync(limit);
                ourIds = await stage.FillAsync(ours, accounts, events);
                limitIds = await stage.FillAsync(limit, accounts, events);
            },
            MakeOurs = connection =>
            {
                IEventStore store = connection.BuildStore();
                var repository = new Repository<Account>(store, ours);
                Action<Account> act = account => account.Go(stage.Script, 1);
                int[] next = Starts(callers);
                return Task.FromResult(new Contender(
                    caller => repository.UpdateAsync(Own(next, caller, callers, ourIds), act),
                    store));
            },
            MakeLimit = connection => MakeLimitAsync(connection, limit, callers, limitIds),
            TearDown = async () =>
            {
                await stage.DeleteStreamAsync(ours);
                await stage.DeleteStreamAsync(limit);
            },
        };
    }

    private async Task<Contender> MakeLimitAsync(Connection connection, string stream, int callers, Guid[] ids)
    {
        LimitStore store = await LimitStore.OpenAsync(connection);
        string table = await stage.TableOfAsync(stream);
        string read = LimitStatements.Of(LimitStatements.Rehydrate, table);
        string append = LimitStatements.Of(LimitStatements.Append, table);
        AppendBuffer[] buffers = [.. Enumerable.Range(0, callers).Select(_ => new AppendBuffer(1))];
        int[] next = Starts(callers);
        return new Contender(OperateAsync, store);

        async Task OperateAsync(int caller)
        {
            LimitAccount account = await store.GetAsync(read, Own(next, caller, callers, ids));
            account.Go(stage.Script, 1, buffers[caller]);
            buffers[caller].Complete();
            await store.AppendAsync(append, buffers[caller]);
        }
    }

    private static int[] Starts(int callers) => [.. Enumerable.Range(0, callers).Select(caller => caller * 131)];

    private static Guid Next(int[] next, int caller, Guid[] ids) => ids[(int)((uint)(next[caller] += Stride) % (uint)ids.Length)];

    private static Guid Own(int[] next, int caller, int callers, Guid[] ids)
    {
        int each = ids.Length / callers;
        return ids[((int)((uint)(next[caller] += Stride) % (uint)each) * callers) + caller];
    }

    private static void Check(int read, int expected)
    {
        if (read != expected)
        {
            throw new InvalidOperationException($"An account has {read} events instead of {expected}.");
        }
    }
}
