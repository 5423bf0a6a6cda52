using EventStore.LoadTest.Measuring;
using EventStore.PeerComparison.Startup;
using Npgsql;

namespace EventStore.PeerComparison.Reflection;

/// <summary>The plain store. Each workload has a table of its own.</summary>
internal sealed class ReflectionPeer(Setting setting) : IPeer
{
    private const string History = "history";

    private readonly TypeMap _types = new(typeof(ReflectionPeer).Assembly);
    private Guid[]? _history;

    public string Name => "reflection";

    public string Description => $"a plain store on Npgsql {typeof(NpgsqlConnection).Assembly.GetName().Version?.ToString(3)}, written for this comparison: System.Text.Json by reflection, a map of types filled by reflection, handlers called by `MethodInfo.Invoke`, one prepared insert for each event";

    public async Task<Contender> AppendAsync(int size, int callers)
    {
        ReflectionStore store = await OpenAsync($"append_{size}_{callers}");
        var accounts = new ReflectedAccount?[callers];
        return new Contender(OperateAsync, store);

        Task OperateAsync(int caller)
        {
            ref ReflectedAccount? account = ref accounts[caller];
            if (account is null || account.Version + size > Setting.LongestHistory)
            {
                account = new ReflectedAccount(Guid.CreateVersion7());
            }

            return SaveAsync(store, account, size);
        }
    }

    public async Task<Contender> LoadAsync()
    {
        var turns = new Turns(await KeepHistoryAsync(), 1);
        ReflectionStore store = await OpenAsync(History);
        return new Contender(async caller => Setting.Check((await store.GetAsync(turns.Next(caller))).Version, Setting.HistoryEach), store);
    }

    public async Task<Contender> UpdateAsync(int callers)
    {
        ReflectionStore store = await OpenAsync($"update_{callers}");
        var turns = new Turns(await FillAsync(store, setting.Pace.UpdatedAccounts * callers, Setting.UpdatedEach), callers);
        return new Contender(async caller => await SaveAsync(store, await store.GetAsync(turns.Next(caller)), 1), store);
    }

    public async Task<Contender> RebuildFoldAsync()
    {
        await KeepHistoryAsync();
        ReflectionStore store = await OpenAsync(History);
        return new Contender(OperateAsync, store);

        async Task OperateAsync(int caller)
        {
            var turnover = new ReflectedTurnover(store);
            await turnover.ResetAsync();
            await turnover.RunAsync(keepRunning: false, CancellationToken.None);
            setting.CheckBalance(turnover.Balance);
        }
    }

    public async Task<Contender> RebuildRowsAsync()
    {
        await KeepHistoryAsync();
        ReflectionStore store = await OpenAsync(History);
        return new Contender(OperateAsync, store);

        async Task OperateAsync(int caller)
        {
            var balances = new ReflectedBalances(store);
            await balances.ResetAsync();
            await balances.RunAsync(keepRunning: false, CancellationToken.None);
            setting.CheckBalance(await balances.SumAsync());
        }
    }

    public async Task<ILatencyProbe> FollowAsync() =>
        new ReflectionLatencyProbe(await OpenAsync($"latency_{Guid.NewGuid():N}"), account => account.Go(setting.Script, 1, setting.Metadata));

    /// <summary>Makes the table that <see cref="Start"/> appends to.</summary>
    public async Task InstallStartAsync()
    {
        await using ReflectionStore store = await OpenAsync(StartupRun.Name);
    }

    /// <summary>Appends one event to a table that is there.</summary>
    public Contender Start()
    {
        ReflectionStore store = Open(StartupRun.Name);
        return new Contender(_ => SaveAsync(store, new ReflectedAccount(Guid.CreateVersion7()), 1), store);
    }

    private Task SaveAsync(ReflectionStore store, ReflectedAccount account, int events)
    {
        account.Go(setting.Script, events, setting.Metadata);
        return store.AppendAsync(account.PopRecorded());
    }

    private Task<Guid[]> FillAsync(ReflectionStore store, int accounts, int eventsEach) =>
        Setting.FillAsync(accounts, id => SaveAsync(store, new ReflectedAccount(id), eventsEach));

    private async Task<Guid[]> KeepHistoryAsync()
    {
        if (_history is null)
        {
            await using ReflectionStore store = await OpenAsync(History);
            _history = await FillAsync(store, setting.HistoryAccounts, Setting.HistoryEach);
        }

        return _history;
    }

    private async Task<ReflectionStore> OpenAsync(string purpose)
    {
        ReflectionStore store = Open(purpose);
        await store.InstallAsync();
        return store;
    }

    private ReflectionStore Open(string purpose) => new(NpgsqlDataSource.Create(setting.Connection.Pooled), _types, $"reflected_{purpose}");
}
