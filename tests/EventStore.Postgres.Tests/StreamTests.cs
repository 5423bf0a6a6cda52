using EventStore.Providers;

namespace EventStore.Postgres.Tests;

public sealed class StreamTests
{
    [Fact]
    public async Task Eight_installations_at_once_all_succeed_and_a_later_one_loses_nothing()
    {
        await using TestStore store = await TestStore.CreateAsync(install: false);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.Log.InstallAsync(default))));
        await store.WithStreamsAsync("a");
        await store.AppendAsync("a", Events.Plain());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.Log.InstallAsync(default))));

        using EventPage page = await store.ReadAsync("a");
        Assert.Equal(1, page.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_never_installed_says_so_everywhere(bool hasSchema)
    {
        await using TestStore store = await TestStore.CreateAsync(install: false);
        if (hasSchema)
        {
            await store.ExecuteAsync($"create schema {store.Schema}");
        }

        PostgresEventLog log = store.Log;
        Func<Task>[] calls =
        [
            () => log.CreateStreamAsync("a", default),
            () => log.DeleteStreamAsync("a", default),
            () => log.HasStreamAsync("a", default),
            () => log.FetchNamesAsync(new NameQuery(false, null, null, null, 0), default),
            () => log.FetchNamesAsync(new NameQuery(true, null, "a", 1, 0), default),
            async () => await log.ReadHeadAsync(StreamSelection.All, default),
            () => store.ReadAsync("a"),
            async () => await log.ReadAsync(new ReadRequest { Streams = [new StreamRange { StreamName = "a", From = 1 }], Limit = 1, ReadsLastPosition = true, Direction = ReadDirection.Backwards }, default),
            async () => await log.ReadAggregateAsync(new AggregateReadRequest { StreamName = "a", AggregateType = "user", AggregateId = Guid.CreateVersion7(), Limit = 1 }, default),
            () => store.TryAppendAsync("a", Events.Plain()),
        ];
        foreach (Func<Task> call in calls)
        {
            Assert.Contains("InstallAsync", (await Assert.ThrowsAsync<EventStoreNotInstalledException>(call)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_disposed_store_says_so_and_leaves_the_callers_data_source_alone()
    {
        await using TestStore store = await TestStore.CreateAsync();
        await store.Log.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Log.HasStreamAsync("a", default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.TryAppendAsync("a", Events.Plain()));
        Assert.Equal(1, await store.ScalarAsync<int>("select 1"));
    }

    [Theory]
    [InlineData("quoted \"schema\" 'x'; --")]
    [InlineData("SchemaÄ")]
    public async Task Any_schema_name_will_do(string name)
    {
        await using TestStore store = await (await TestStore.CreateAsync(name + TestServer.NewSchema()[^6..])).WithStreamsAsync("a-b");
        await store.AppendAsync("a-b", Events.Plain());

        Assert.Equal(["a"], await store.Log.FetchNamesAsync(new NameQuery(true, null, null, null, 0), default));
        Assert.Equal(2, await store.HeadAsync());
    }

    [Fact]
    public async Task A_foreign_table_of_that_name_is_untouched_and_the_creation_leaves_nothing()
    {
        await using TestStore store = await TestStore.CreateAsync();
        await store.ExecuteAsync($"create table {store.TableOf("a")} (mine int); insert into {store.TableOf("a")} values (7)");

        var exception = await Assert.ThrowsAsync<EventStoreException>(() => store.Log.CreateStreamAsync("a", default));

        Assert.Contains(store.TableOf("a"), exception.Message, StringComparison.Ordinal);
        Assert.False(await store.Log.HasStreamAsync("a", default));
        Assert.Equal(7, await store.ScalarAsync<int>($"select mine from {store.TableOf("a")}"));
        Assert.Equal("a", (await Assert.ThrowsAsync<StreamNotFoundException>(() => store.Log.DeleteStreamAsync("a", default))).StreamName);
        Assert.Equal(7, await store.ScalarAsync<int>($"select mine from {store.TableOf("a")}"));
    }

    [Fact]
    public async Task Of_several_that_create_or_delete_one_stream_one_succeeds()
    {
        await using TestStore store = await TestStore.CreateAsync();
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(3, await CountAsync<StreamAlreadyExistsException>(() => store.Log.CreateStreamAsync("a", default)));
            Assert.Equal(3, await CountAsync<StreamNotFoundException>(() => store.Log.DeleteStreamAsync("a", default)));
        }

        Assert.Equal(0L, await store.ScalarAsync<long>($"select count(*) from pg_class where relname like '\\_%' and relnamespace = '{store.Schema}'::regnamespace"));

        static async Task<int> CountAsync<TException>(Func<Task> action)
            where TException : Exception
        {
            Task[] tasks = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(action))];
            await Task.WhenAll(tasks.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
            Assert.All(tasks.Where(task => task.IsFaulted), task => Assert.IsType<TException>(task.Exception!.InnerException));
            return tasks.Count(task => task.IsFaulted);
        }
    }

    [Fact]
    public async Task Hostile_names_are_names_and_nothing_else()
    {
        string[] names = ["a\"b", "a'; drop schema public; --", "a.b", "a/b\\c", "50%", "line\nbreak", "\u2028", "😀", "users", "Users", new string('x', 63) + "1", new string('x', 63) + "2", "a\uFFFD"];
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync(names);
        foreach (string name in names)
        {
            await store.AppendAsync(name, Events.Plain(payload: $"\"{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(name))}\""));
        }

        foreach (string name in names)
        {
            using EventPage page = await store.ReadAsync(name);
            Assert.Equal($"\"{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(name))}\"", Events.Utf8(page.Rows[0].Payload));
        }

        Assert.Equal(names.OrderBy(name => name, StringComparer.Ordinal), (await store.Log.FetchNamesAsync(new NameQuery(false, null, null, null, 0), default)).OrderBy(name => name, StringComparer.Ordinal));
        foreach (string unstorable in new[] { "a\0b", "a\uD800" })
        {
            Assert.False(await store.Log.HasStreamAsync(unstorable, default));
            Assert.IsType<StreamNotFoundException>((await store.TryAppendAsync(unstorable, Events.Plain())).Exception);
            await Assert.ThrowsAsync<StreamNotFoundException>(() => store.ReadAsync(unstorable));
            await Assert.ThrowsAsync<StreamNotFoundException>(() => store.Log.DeleteStreamAsync(unstorable, default));
            Assert.Empty(await store.Log.FetchNamesAsync(new NameQuery(false, unstorable, null, null, 0), default));
        }

        foreach (string name in names)
        {
            await store.Log.DeleteStreamAsync(name, default);
        }

        Assert.Empty((await store.Log.ReadHeadAsync(StreamSelection.All, default)).Streams);
    }

    [Fact]
    public async Task Names_and_categories_are_filtered_then_passed_over_then_counted()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("user-1", "user-10", "a-b-c", "plain", "-x", "user-", "$ct-user", "\uFFFDz", "😀z");
        Task<IReadOnlyList<string>> FetchAsync(bool categories, string? filter, string? pattern, int? limit = null, int offset = 0) =>
            store.Log.FetchNamesAsync(new NameQuery(categories, filter, pattern, limit, offset), default);

        Assert.Equal(["$ct-user", "-x", "a-b-c", "plain", "user-", "user-1", "user-10", "\uFFFDz", "😀z"], await FetchAsync(false, null, null));
        Assert.Equal(["user-1"], await FetchAsync(false, "user-1", null));
        Assert.Empty(await FetchAsync(false, "user-1", null, offset: 1));
        Assert.Equal(["user-1", "user-10"], await FetchAsync(false, null, "er-\\d"));
        Assert.Equal(["user-10"], await FetchAsync(false, null, "er-\\d", 5, 1));
        Assert.Equal(["$ct", "a", "user"], await FetchAsync(true, null, null));
        Assert.Equal(["a"], await FetchAsync(true, null, "^.$"));
        Assert.Equal(["user"], await FetchAsync(true, "user", null));
    }

    [Fact]
    public async Task A_pattern_that_backtracks_ends_within_a_second()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync(new string('a', 200) + "!");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Record.ExceptionAsync(() => store.Log.FetchNamesAsync(new NameQuery(false, null, "^(a+)+$", null, 0), default));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_head_names_the_streams_that_are_asked_for()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("user-1", "user-2", "guest-1", "$internal", "plain");
        async Task<string[]> NamesAsync(StreamSelection selection) =>
            [.. (await store.Log.ReadHeadAsync(selection, default)).Streams.Select(stream => stream.Name).Order(StringComparer.Ordinal)];

        Assert.Equal(["guest-1", "plain", "user-1", "user-2"], await NamesAsync(StreamSelection.All));
        Assert.Equal(["user-1", "user-2"], await NamesAsync(StreamSelection.OfCategories("user", "nobody")));
        Assert.Equal(["$internal", "plain"], await NamesAsync(StreamSelection.OfNames("$internal", "plain", "missing")));
        Assert.Empty(await NamesAsync(StreamSelection.OfNames()));
    }
}
