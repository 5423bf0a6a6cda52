using EventStore.Conformance;
using EventStore.Conformance.Domain;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>The lines of docs/behaviours.md that hold for this provider only, or say more of it.</summary>
public sealed class BehaviourTests : IAsyncLifetime
{
    private readonly PostgresTestStorage _storage = new();
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(TestServer.ConnectionString);
    private readonly List<IEventStore> _stores = [];

    private string Schema => _storage.Schema;

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        foreach (IEventStore store in _stores)
        {
            await store.DisposeAsync();
        }

        await _storage.DisposeAsync();
        await _source.DisposeAsync();
    }

    [Fact, Proves("S-09")]
    public async Task A_stream_is_one_table_whatever_its_name()
    {
        IEventStore store = await InstalledAsync();
        string[] before = await RelationsAsync();
        string[] names = ["users", "a.b", "x\".\"y", "'; drop table event_streams; --", "pg_catalog.pg_class", new string('x', 63) + "1", new string('x', 63) + "2"];
        foreach (string name in names)
        {
            await store.CreateStreamAsync(name);
            await store.AppendToAsync(name, [Event()]);
        }

        Assert.Equal(before.Length + names.Length, (await RelationsAsync()).Length);
        foreach (string name in names)
        {
            await store.DeleteStreamAsync(name);
        }

        Assert.Equal(before, await RelationsAsync());
    }

    [Fact, Proves("S-10")]
    public async Task A_foreign_table_in_the_streams_place_is_untouched()
    {
        IEventStore store = await InstalledAsync();
        await store.CreateStreamAsync("users");
        string table = (await RelationsAsync()).Single(name => name.StartsWith('_'));
        await store.DeleteStreamAsync("users");
        await ExecuteAsync($"create table \"{Schema}\".\"{table}\" (mine int); insert into \"{Schema}\".\"{table}\" values (7)");

        await Assert.ThrowsAnyAsync<Exception>(() => store.CreateStreamAsync("users"));

        Assert.False(await store.HasStreamAsync("users"));
        Assert.Empty(await store.FetchAllStreamNamesAsync());
        Assert.Equal(7, await ScalarAsync<int>($"select mine from \"{Schema}\".\"{table}\""));
        await ExecuteAsync($"drop table \"{Schema}\".\"{table}\"");
        await store.CreateStreamAsync("users");
    }

    [Fact, Proves("S-10")]
    public async Task A_creation_that_fails_half_way_leaves_nothing()
    {
        IEventStore store = await InstalledAsync();
        string[] before = await RelationsAsync();
        await ExecuteAsync($"""
            create function "{Schema}".fail() returns trigger language plpgsql as $$ begin raise 'half-way'; end $$;
            create constraint trigger fails after insert on "{Schema}".event_streams deferrable initially deferred for each row execute function "{Schema}".fail();
            """);

        await Assert.ThrowsAnyAsync<Exception>(() => store.CreateStreamAsync("users"));

        Assert.False(await store.HasStreamAsync("users"));
        Assert.Equal(before, await RelationsAsync());
    }

    [Fact, Proves("S-15")]
    public async Task Two_schemas_are_two_stores()
    {
        await using var other = new PostgresTestStorage();
        IEventStore mine = await InstalledAsync();
        IEventStore theirs = await InstalledAsync(other);
        await mine.CreateStreamAsync("users");
        await mine.CreateStreamAsync("mine-1");
        await theirs.CreateStreamAsync("users");

        await mine.AppendToAsync("users", [Event(), Event()]);
        await theirs.AppendToAsync("users", [Event()]);
        await mine.DeleteStreamAsync("mine-1");

        Assert.Equal(["users"], await theirs.FetchAllStreamNamesAsync());
        Assert.Empty(await theirs.FetchCategoryNamesAsync());
        Assert.Equal(2, await mine.LoadAsync("users").CountAsync());
        Assert.Equal(1, await theirs.LoadAsync("users").CountAsync());
        Assert.Equal(1, await theirs.Query(() => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync());
        Assert.Equal(2, await mine.Projector("counter", () => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync());
        Assert.Empty(await theirs.Projections.FetchNamesAsync());
        Assert.Equal(1, await theirs.Projector("counter", () => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync());
        Assert.Equal(2, await mine.Projections.FetchStateAsync<int>("counter"));
    }

    [Fact, Proves("R-27")]
    public async Task A_server_that_fails_meanwhile_is_not_a_missing_stream()
    {
        IEventStore store = await InstalledAsync(configure: builder => builder.WithPageSize(2));
        await store.CreateStreamAsync("users");
        await store.AppendToAsync("users", [Event(), Event(), Event()]);
        await using IAsyncEnumerator<DomainEvent> enumerator = store.LoadAsync("users").GetAsyncEnumerator();
        Assert.True(await enumerator.MoveNextAsync());
        Assert.True(await enumerator.MoveNextAsync());
        string table = (await RelationsAsync()).Single(name => name.StartsWith('_'));

        await ExecuteAsync($"alter table \"{Schema}\".\"{table}\" rename column payload to load");

        Exception thrown = await Assert.ThrowsAnyAsync<Exception>(() => enumerator.MoveNextAsync().AsTask());
        Assert.IsNotType<StreamNotFoundException>(thrown);
    }

    [Fact, Proves("F-23")]
    public async Task Used_up_positions_refuse_the_append_and_reading_goes_on()
    {
        IEventStore store = await InstalledAsync();
        await store.CreateStreamAsync("users");
        await ExecuteAsync($"select setval('\"{Schema}\".position', {StoreSchema.MaxPosition} - 2)");

        await Assert.ThrowsAsync<PositionsExhaustedException>(() => store.AppendToAsync("users", [Event(), Event(), Event()]));
        await ExecuteAsync($"select setval('\"{Schema}\".position', {StoreSchema.MaxPosition} - 2)");
        AppendResult last = await store.AppendToAsync("users", [Event(), Event()]);
        await Assert.ThrowsAsync<PositionsExhaustedException>(() => store.AppendToAsync("users", [Event()]));

        Assert.Equal([StoreSchema.MaxPosition - 1, StoreSchema.MaxPosition], last.Positions);
        Assert.Equal(2, await store.LoadAsync("users").CountAsync());
        Assert.Equal(2, await store.Query(() => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync());
    }

    [Fact, Proves("W-12")]
    public async Task An_append_that_is_retried_runs_its_middlewares_once()
    {
        int before = 0;
        int after = 0;
        IEventStore store = await InstalledAsync(configure: builder => builder
            .AddMiddleware(DomainEventAction.PreAppend, (e, _) => Count(ref before, e))
            .AddMiddleware(DomainEventAction.Appended, (e, _) => Count(ref after, e)));
        await store.CreateStreamAsync("users");
        Assert.NotEqual(0, await ScalarAsync<long>($"select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '{Schema}'"));

        AppendResult result = await store.AppendToAsync("users", [Event(), Event()]);

        Assert.Equal(result.Positions, await store.LoadAsync("users").Select(e => e.Position).ToListAsync());
        Assert.Equal((2, 2), (before, after));

        static ValueTask<DomainEvent> Count(ref int counter, DomainEvent domainEvent)
        {
            counter++;
            return new(domainEvent);
        }
    }

    private static DomainEvent Event() => DomainEvent.Create(Users.Catalog, new UserCreated("Alex"));

    private async Task<IEventStore> InstalledAsync(PostgresTestStorage? storage = null, Action<EventStoreBuilder>? configure = null)
    {
        EventStoreBuilder builder = new EventStoreBuilder().AddEvents(Users.Catalog);
        (storage ?? _storage).Use(builder);
        configure?.Invoke(builder);
        IEventStore store = builder.Build();
        _stores.Add(store);
        await store.InstallAsync();
        return store;
    }

    /// <summary>Everything that bears a name outside the server's own schemas, but what hangs on a table.</summary>
    private async Task<string[]> RelationsAsync() => await ScalarAsync<string[]>(
        $"select coalesce(array_agg(relname::text order by relname), '{{}}') from pg_class where relnamespace in (select oid from pg_namespace where nspname in ('{Schema}', 'public')) and relkind in ('r', 'p', 'v', 'm', 'f')");

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using NpgsqlCommand command = _source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
