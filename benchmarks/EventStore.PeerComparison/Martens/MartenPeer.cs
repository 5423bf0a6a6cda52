using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Measuring;
using JasperFx.Events.Daemon;
using EventStore.PeerComparison.Startup;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;

namespace EventStore.PeerComparison.Martens;

/// <summary>Marten, in one of two configurations. Each workload has a schema of its own: a rebuild reads all events of one.</summary>
internal sealed class MartenPeer(Setting setting, MartenConfiguration configuration) : IPeer, IStartingPeer
{
    private const string History = "history";

    private static readonly TimeSpan LongestRebuild = TimeSpan.FromMinutes(5);

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

            return SaveAsync(store, account, size);
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
        DocumentStore store = await configuration.OpenAsync($"update_{callers}");
        var turns = new Turns(await FillAsync(store, setting.Pace.UpdatedAccounts * callers, Setting.UpdatedEach), callers);
        return new Contender(OperateAsync, store);

        async Task OperateAsync(int caller)
        {
            await using IDocumentSession session = store.LightweightSession();
            JasperFx.Events.IEventStream<MartenAccount> stream = await session.Events.FetchForWriting<MartenAccount>(turns.Next(caller));
            MartenAccount account = stream.Aggregate!;
            Describe(session, account.Events);
            stream.AppendMany(account.Go(setting.Script, 1));
            await session.SaveChangesAsync();
        }
    }

    public Task<Contender> RebuildFoldAsync() => RebuildAsync("turnover", async session =>
        Setting.Check((await session.LoadAsync<MartenTurnover>(MartenTurnoverProjection.DocumentId))!.Accounts * Setting.HistoryEach, setting.Pace.Events));

    public Task<Contender> RebuildRowsAsync() => RebuildAsync("balances", async session =>
        Setting.Check(await session.Query<MartenBalance>().CountAsync(), setting.HistoryAccounts));

    public async Task<ILatencyProbe> FollowAsync()
    {
        var arrivals = new Arrivals();
        DocumentStore store = await configuration.OpenAsync($"latency_{Guid.NewGuid():N}"[..20], options => configuration.AddFollowing(options, new MartenArrivals(arrivals)));
        IProjectionDaemon daemon = await store.BuildProjectionDaemonAsync(logger: NullLogger.Instance);
        await daemon.StartAllAsync();
        return new MartenLatencyProbe(store, daemon, arrivals, (account, events) => SaveAsync(store, account, events));
    }

    public async Task InstallAsync()
    {
        await using DocumentStore store = await configuration.OpenAsync(StartupRun.Name);
    }

    public Contender Start()
    {
        DocumentStore store = configuration.Open(StartupRun.Name);
        return new Contender(_ => SaveAsync(store, new MartenAccount { Id = Guid.CreateVersion7() }, 1), store);
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

    /// <summary>Decides on events and appends them, all at once and on condition that nobody else has.</summary>
    private async Task SaveAsync(DocumentStore store, MartenAccount account, int events)
    {
        await using IDocumentSession session = store.LightweightSession();
        int before = account.Events;
        Describe(session, before);
        object[] decided = account.Go(setting.Script, events);
        if (before == 0)
        {
            session.Events.StartStream<MartenAccount>(account.Id, decided);
        }
        else
        {
            session.Events.Append(account.Id, account.Events, decided);
        }

        await session.SaveChangesAsync();
    }

    /// <summary>Marten has headers for a session, which stand in each of its events.</summary>
    private void Describe(IDocumentSession session, int n)
    {
        foreach ((string name, object value) in setting.Metadata.At(n))
        {
            session.SetHeader(name, value);
        }
    }

    private Task<Guid[]> FillAsync(DocumentStore store, int accounts, int eventsEach) =>
        Setting.FillAsync(accounts, id => SaveAsync(store, new MartenAccount { Id = id }, eventsEach));

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
