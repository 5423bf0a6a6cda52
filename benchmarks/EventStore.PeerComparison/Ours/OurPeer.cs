using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;
using Npgsql;

namespace EventStore.PeerComparison.Ours;

/// <summary>The library, as users use it.</summary>
internal sealed class OurPeer(Setting setting) : IPeer
{
    private const string History = "history";

    private readonly Connection _connection = setting.Connection;
    private Guid[]? _history;

    public string Name => "ours";

    public string Description => $"EventStore.Postgres {typeof(PostgresOptions).Assembly.GetName().Version?.ToString(3)}, with its defaults";

    public async Task<Contender> AppendAsync(int size, int callers)
    {
        string stream = $"append-{size}-{callers}";
        IEventStore store = await CreateAsync(stream);
        var repository = new Repository<Account>(store, stream);
        var accounts = new Account?[callers];
        return new Contender(OperateAsync, store);

        Task OperateAsync(int caller)
        {
            ref Account? account = ref accounts[caller];
            if (account is null || account.Events + size > Setting.LongestHistory)
            {
                account = Account.Open(Guid.CreateVersion7(), setting.Script);
                account.Go(setting.Script, size - 1);
            }
            else
            {
                account.Go(setting.Script, size);
            }

            return repository.SaveAsync(account);
        }
    }

    public async Task<Contender> LoadAsync()
    {
        var turns = new Turns(await KeepHistoryAsync(), 1);
        IEventStore store = _connection.BuildStore();
        var repository = new Repository<Account>(store, History);
        return new Contender(async caller => Setting.Check((await repository.GetAsync(turns.Next(caller))).Events, Setting.HistoryEach), store);
    }

    public async Task<Contender> UpdateAsync(int callers)
    {
        string stream = $"update-{callers}";
        IEventStore store = await CreateAsync(stream);
        var repository = new Repository<Account>(store, stream);
        var turns = new Turns(await FillAsync(repository, setting.Pace.UpdatedAccounts * callers, Setting.UpdatedEach), callers);
        Action<Account> act = account => account.Go(setting.Script, 1);
        return new Contender(caller => repository.UpdateAsync(turns.Next(caller), act), store);
    }

    public async Task<Contender> RebuildFoldAsync()
    {
        await KeepHistoryAsync();
        IEventStore store = _connection.BuildStore();
        Projector<Turnover> projector = store.Projector<Turnover>().FromStream(History);
        return new Contender(OperateAsync, store);

        async Task OperateAsync(int caller)
        {
            await projector.ResetAsync();
            Turnover turnover = await projector.RunAsync();
            setting.CheckBalance(turnover.Deposited - turnover.Withdrawn);
        }
    }

    public async Task<Contender> RebuildRowsAsync()
    {
        await KeepHistoryAsync();
        IEventStore store = _connection.BuildStore();
        ReadModelProjector<Balances, Balances> projector = store
            .ReadModelProjector(new Balances(new ReadModelTable("balances", Connection.Schema)))
            .FromStream(History);
        NpgsqlDataSource rows = _connection.BuildSource();
        return new Contender(OperateAsync, store, rows);

        async Task OperateAsync(int caller)
        {
            await projector.ResetAsync();
            await projector.RunAsync();
            await using NpgsqlCommand sum = rows.CreateCommand($"select sum(balance) from {Connection.Schema}.balances");
            setting.CheckBalance((decimal)(await sum.ExecuteScalarAsync())!);
        }
    }

    public async Task<ILatencyProbe> FollowAsync()
    {
        string stream = $"latency-{Guid.NewGuid():N}";
        IEventStore store = await CreateAsync(stream);
        return new OurLatencyProbe(store, stream, setting.Script);
    }

    private Task<Guid[]> FillAsync(Repository<Account> repository, int accounts, int eventsEach) =>
        Setting.FillAsync(accounts, id =>
        {
            Account account = Account.Open(id, setting.Script);
            account.Go(setting.Script, eventsEach - 1);
            return repository.SaveAsync(account);
        });

    private async Task<IEventStore> CreateAsync(string stream)
    {
        IEventStore store = _connection.BuildStore();
        await store.InstallAsync();
        await store.CreateStreamAsync(stream);
        return store;
    }

    private async Task<Guid[]> KeepHistoryAsync()
    {
        if (_history is null)
        {
            await using IEventStore store = await CreateAsync(History);
            _history = await FillAsync(new Repository<Account>(store, History), setting.HistoryAccounts, Setting.HistoryEach);
        }

        return _history;
    }
}
