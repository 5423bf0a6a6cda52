using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Limit;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;
using Npgsql;

namespace EventStore.LoadTest.Workloads;

/// <summary>Projections that catch up with a stream from its start.</summary>
internal sealed class ProjectionWorkloads(Stage stage)
{
    public IEnumerable<Comparison> All()
    {
        yield return Fold();
        yield return ReadModel();
    }

    private Comparison Fold() => new()
    {
        Workload = "catch-up-fold",
        EventsPerOperation = stage.Pace.Events,
        IsWhole = true,
        SetUp = () => ReadWorkloads.KeepHistoryAsync(stage),
        MakeOurs = connection =>
        {
            IEventStore store = connection.BuildStore();
            Projector<Turnover> projector = store.Projector<Turnover>().FromStream(ReadWorkloads.History);
            return Task.FromResult(new Contender(OperateAsync, store) { Prepare = () => projector.ResetAsync() });

            async Task OperateAsync(int caller)
            {
                Turnover turnover = await projector.RunAsync();
                Check(turnover.Accounts * 100);
            }
        },
        MakeLimit = async connection =>
        {
            LimitStore store = await LimitStore.OpenAsync(connection);
            string sql = LimitStatements.Of(LimitStatements.Follow, await stage.TableOfAsync(ReadWorkloads.History));
            return new Contender(OperateAsync, store);

            async Task OperateAsync(int caller)
            {
                var turnover = new LimitTurnover();
                await store.FollowAsync(sql, turnover.FoldAsync);
                Check(turnover.Events);
            }
        },
    };

    private Comparison ReadModel() => new()
    {
        Workload = "catch-up-read-model",
        EventsPerOperation = stage.Pace.Events,
        IsWhole = true,
        SetUp = async () =>
        {
            await ReadWorkloads.KeepHistoryAsync(stage);
            await stage.ExecuteAsync($"create table {Connection.Schema}.limit_balances (account uuid primary key, owner text, balance numeric, reference text)");
            await stage.ExecuteAsync($"create table {Connection.Schema}.limit_checkpoints (name text primary key, position bigint not null, stored_at timestamptz not null default now())");
            await stage.ExecuteAsync($"insert into {Connection.Schema}.limit_checkpoints values ('balances', 0)");
        },
        MakeOurs = connection =>
        {
            IEventStore store = connection.BuildStore();
            ReadModelProjector<Balances, Balances> projector = store
                .ReadModelProjector(new Balances(new ReadModelTable("balances", Connection.Schema)))
                .FromStream(ReadWorkloads.History);
            return Task.FromResult(new Contender(_ => projector.RunAsync(), store) { Prepare = () => projector.ResetAsync() });
        },
        MakeLimit = async connection =>
        {
            LimitStore store = await LimitStore.OpenAsync(connection);
            string sql = LimitStatements.Of(LimitStatements.Follow, await stage.TableOfAsync(ReadWorkloads.History));
            return new Contender(OperateAsync, store)
            {
                Prepare = () => store.ExecuteAsync($"truncate {Connection.Schema}.limit_balances; update {Connection.Schema}.limit_checkpoints set position = 0"),
            };

            async Task OperateAsync(int caller)
            {
                await using NpgsqlConnection writing = await store.OpenConnectionAsync();
                var balances = new LimitBalances(writing);
                await store.FollowAsync(sql, balances.FollowAsync);
                Check(balances.Events);
            }
        },
        Verify = CheckRowsAsync,
        TearDown = () => stage.ExecuteAsync($"drop table if exists {Connection.Schema}.limit_balances, {Connection.Schema}.limit_checkpoints, {Connection.Schema}.balances"),
    };

    /// <summary>Both sides have written the same rows.</summary>
    private async Task CheckRowsAsync()
    {
        await using NpgsqlDataSource source = stage.Connection.BuildSource();
        await using NpgsqlCommand command = source.CreateCommand($"""
            select count(*) from {Connection.Schema}.balances ours
            full join {Connection.Schema}.limit_balances theirs using (account, owner, balance, reference)
            where ours.account is null or theirs.account is null
            """);
        if ((long)(await command.ExecuteScalarAsync())! is > 0 and var different)
        {
            throw new InvalidOperationException($"{different} rows of the read model differ from those that were written by hand.");
        }
    }

    private void Check(long count)
    {
        if (count != stage.Pace.Events)
        {
            throw new InvalidOperationException($"There are {stage.Pace.Events} events, and {count} were handled.");
        }
    }
}
