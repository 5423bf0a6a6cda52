using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Measuring;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;

namespace EventStore.PeerComparison.Martens;

/// <summary>Marten, in one of two configurations. Each workload has a schema of its own: a rebuild reads all events of one.</summary>
internal sealed class MartenPeer(Setting setting, MartenConfiguration configuration) : IPeer
{
    private const string History = "history";

    private static readonly TimeSpan LongestRebuild = TimeSpan.FromMinutes(5);

    private readonly MartenWriter _writer = new(setting.Script, setting.Metadata);
    private Guid[]? _history;

    public string Name => configuration.Name;

    public string Description => configuration.Description;

    public async Task<Contender> AppendAsync(int size, int callers)
    {
        DocumentStore store = await configuration.OpenAsync($"append_{size}_{callers}");
        var accounts = new MartenAccount?[callers];
        return new Contender(OperateAsync, store);

        Task OperateAsync(int caller)
        {
            ref MartenAccount? account = ref accounts[caller];
            if (account is null || account.Events + size > Setting.LongestHistory)
            {
                account = new MartenAccount { Id = Guid.CreateVersion7() };
            }

            return _writer.SaveAsync(store, account, size);
        }
    }

    public async Task<Contender> LoadAsync()
    {
        var turns = new Turns(await KeepHistoryAsync(), 1);
        DocumentStore store = await configuration.OpenAsync(History, configuration.AddRebuilt);
        return new Contender(OperateAsync, store);

        async Task OperateAsync(int caller)
        {
            await using IQuerySession session = store.QuerySession();
            MartenAccount? account = await session.Events.AggregateStreamAsync<MartenAccount>(turns.Next(caller));
            Setting.Check(account!.Events, Setting.HistoryEach);
        }
    }

    public async Task<Contender> UpdateAsync(int callers)
    {
        DocumentStore store = await configuration.OpenAsync($"update_{callers}", options => configuration.AddUpdated(options, setting.Pace.UpdatedAccounts * callers));
        var turns = new Turns(await FillAsync(store, setting.Pace.UpdatedAccounts * callers, Setting.UpdatedEach), callers);
        return new Contender(caller => _writer.UpdateAsync(store, turns.Next(caller)), store);
    }

    public Task<Contender> RebuildFoldAsync() => RebuildAsync("turnover", async session =>
    {
        MartenTurnover turnover = (await session.LoadAsync<MartenTurnover>(MartenTurnoverProjection.DocumentId))!;
        setting.CheckBalance(turnover.Deposited - turnover.Withdrawn);
    });

    public Task<Contender> RebuildRowsAsync() => RebuildAsync("balances", async session =>
        setting.CheckBalance(await session.Query<MartenBalance>().SumAsync(row => row.Balance)));

    public async Task<ILatencyProbe> FollowAsync()
    {
        var arrivals = new Arrivals();
        DocumentStore store = await configuration.OpenAsync($"latency_{Guid.NewGuid():N}"[..20], options => configuration.AddFollowing(options, new MartenArrivals(arrivals)));
        IProjectionDaemon daemon = await store.BuildProjectionDaemonAsync(logger: NullLogger.Instance);
        await daemon.StartAllAsync();
        return new MartenLatencyProbe(store, daemon, arrivals, (account, events) => _writer.SaveAsync(store, account, events));
    }

    private async Task<Contender> RebuildAsync(string projection, Func<IQuerySession, Task> check)
    {
        await KeepHistoryAsync();
        DocumentStore store = await configuration.OpenAsync(History, configuration.AddRebuilt);
        IProjectionDaemon daemon = await store.BuildProjectionDaemonAsync(logger: NullLogger.Instance);
        return new Contender(OperateAsync, new Ending(daemon), store);

        async Task OperateAsync(int caller)
        {
            await daemon.RebuildProjectionAsync(projection, LongestRebuild, CancellationToken.None);
            await using IQuerySession session = store.QuerySession();
            await check(session);
        }
    }

    private Task<Guid[]> FillAsync(DocumentStore store, int accounts, int eventsEach) =>
        Setting.FillAsync(accounts, id => _writer.SaveAsync(store, new MartenAccount { Id = id }, eventsEach));

    private async Task<Guid[]> KeepHistoryAsync()
    {
        if (_history is null)
        {
            await using DocumentStore store = await configuration.OpenAsync(History, configuration.AddRebuilt);
            _history = await FillAsync(store, setting.HistoryAccounts, Setting.HistoryEach);
        }

        return _history;
    }

    private sealed class Ending(IProjectionDaemon daemon) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await daemon.StopAllAsync();
            daemon.Dispose();
        }
    }
}
