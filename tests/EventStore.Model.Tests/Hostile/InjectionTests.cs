using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CsCheck;
using EventStore.Conformance;
using EventStore.Conformance.Domain;
using Npgsql;

namespace EventStore.Model.Tests.Hostile;

/// <summary>Whatever a text holds, it is a name or a value and nothing else: no statement of the server's, no object in its database.</summary>
public sealed partial class InjectionTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>So many that 5,000 are left when those are refused that hold NUL or half a character, or come twice.</summary>
    private const int Streams = 12_000;

    private const int Texts = 100_000;

    private readonly PostgresServer _server = new();
    private readonly ConcurrentDictionary<string, int> _ends = new();
    private IEventStore _memory = null!;
    private IEventStore _postgres = null!;

    public async ValueTask InitializeAsync()
    {
        var storage = new InMemoryStorage();
        _memory = new EventStoreBuilder().AddEvents(Users.Catalog).UseInMemory(storage).Build();
        EventStoreBuilder builder = new EventStoreBuilder().AddEvents(Users.Catalog);
        _server.Use(builder);
        _postgres = builder.Build();
        await _memory.InstallAsync();
        await _postgres.InstallAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _memory.DisposeAsync();
        await _postgres.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact, Proves("S-07", "S-09", "S-23")]
    public async Task A_hostile_stream_is_a_stream_or_is_refused()
    {
        HashSet<string> before = await Catalog.NamesAsync(_server);
        await HostileText.Any.SampleAsync(StreamAsync, writeLine: output.WriteLine, iter: TestSize.Of(Streams), threads: 1);

        Report();
        string[] streams = [.. await _memory.FetchAllStreamNamesAsync()];
        Assert.InRange(streams.Length, TestSize.Of(5_000), Streams);
        Assert.Equal(streams, await _postgres.FetchAllStreamNamesAsync());
        string[] added = [.. (await Catalog.NamesAsync(_server)).Except(before)];
        Assert.DoesNotContain(added, name => !OwnObject().IsMatch(name));
        Assert.Equal(streams.Length, added.Count(name => name.EndsWith(" r", StringComparison.Ordinal)));
        foreach (string stream in streams)
        {
            await _postgres.DeleteStreamAsync(stream);
        }

        Assert.Equal(before, await Catalog.NamesAsync(_server));
    }

    [Fact, Proves("M-11", "M-14", "E-13")]
    public async Task A_hostile_field_value_or_pattern_is_that_and_nothing_else()
    {
        foreach (string stream in (string[])["user-1", "pg_class"])
        {
            await _memory.CreateStreamAsync(stream);
            await _postgres.CreateStreamAsync(stream);
        }

        DomainEvent[] events = [.. HostileText.Pieces.Where(IsText).Select((text, i) => Event(text.Length == 0 || text.StartsWith("_aggregate", StringComparison.Ordinal) ? "a" : text, $"{text}{i}"))];
        await _memory.AppendToAsync("user-1", events);
        await _postgres.AppendToAsync("user-1", events);
        HashSet<string> before = await Catalog.NamesAsync(_server);

        await Gen.Select(Gen.Int[0, 5], HostileText.Any, HostileText.Any).SampleAsync(
            async (role, text, other) => await BothAsync(store => UseAsync(store, role, text, other)),
            writeLine: output.WriteLine,
            iter: TestSize.Of(Texts - 5_000, 20),
            threads: 2);

        Report();
        Assert.Equal(before, await Catalog.NamesAsync(_server));
    }

    [Fact, Proves("S-15")]
    public async Task A_hostile_schema_is_a_schema_or_is_refused()
    {
        HashSet<string> before = await Catalog.NamesAsync(_server);
        await HostileText.Any.SampleAsync(SchemaAsync, writeLine: output.WriteLine, iter: TestSize.Of(500, 20), threads: 1);

        Report();
        Assert.Equal(before, await Catalog.NamesAsync(_server));
    }

    private static bool IsText(string text) => !text.Contains('\0', StringComparison.Ordinal) && text.EnumerateRunes().All(rune => rune.Value != 0xFFFD);

    private static DomainEvent Event(string field, string value) => DomainEvent.Create(Users.Catalog, new TextNoted(value), null, EventMetadata.Of((field, value)));

    private Task StreamAsync(string stream) => BothAsync(async store =>
    {
        DomainEvent e = DomainEvent.Create(Users.Catalog, new NothingNoted());
        await store.CreateStreamAsync(stream);
        await store.AppendToAsync(stream, [e]);
        bool isListed = (await store.FetchStreamNamesAsync(stream)).SequenceEqual([stream]);
        bool isLoaded = await store.LoadAsync(stream).AllAsync(loaded => loaded.EventId == e.EventId && loaded.StreamName == stream);
        int queried = await store.Query(() => 0).FromStream(stream).WhenAny((count, _) => count + 1).RunAsync();
        Assert.Equal((true, true, 1), (isListed, isLoaded, queried));
        return "stream";
    });

    private static async Task<string> UseAsync(IEventStore store, int role, string text, string other) => role switch
    {
        0 => $"field {await store.LoadAsync("user-1", matcher: EventStore.Match.Metadata(text, other)).CountAsync()}",
        1 => $"value {await store.LoadAsync("user-1", matcher: EventStore.Match.Metadata("a", MetadataOperator.GreaterThan, text).And(EventStore.Match.Metadata("user", MetadataOperator.NotIn, new[] { text, other }))).CountAsync()}",
        2 => $"pattern {await store.LoadAsync("user-1", matcher: EventStore.Match.Metadata("a", MetadataOperator.Regex, text)).CountAsync()}",
        3 => $"name {(await store.FetchStreamNamesRegexAsync(text)).Count} {(await store.FetchStreamNamesAsync(other)).Count} {(await store.FetchCategoryNamesAsync(text)).Count}",
        4 => $"property {await store.LoadAsync("user-1", matcher: EventStore.Match.Property("event_name", MetadataOperator.NotEqual, text).And(EventStore.Match.AggregateType(other))).CountAsync()}",
        _ => $"missing {await store.HasStreamAsync(text)} {await store.LoadAsync(text).CountAsync()}",
    };

    private async Task SchemaAsync(string schema)
    {
        try
        {
            await using IEventStore store = new EventStoreBuilder().AddEvents(Users.Catalog).UsePostgres(PostgresServer.ConnectionString, new PostgresOptions { Schema = schema }).Build();
            if (await ExistsAsync(schema))
            {
                return;
            }

            await store.InstallAsync();
            await store.CreateStreamAsync("user-1");
            await store.AppendToAsync("user-1", [Event("a", schema)]);
            Assert.Equal(1, await store.LoadAsync("user-1").CountAsync());
            Assert.True(await ExistsAsync(schema));
            await using NpgsqlCommand drop = _server.Source.CreateCommand($"drop schema \"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\" cascade");
            await drop.ExecuteNonQueryAsync();
            Count("schema");
        }
        catch (Exception exception)
        {
            Count(Typed(exception));
        }
    }

    private async Task<bool> ExistsAsync(string schema)
    {
        await using NpgsqlCommand command = _server.Source.CreateCommand("select exists (select from pg_namespace where nspname = $1)");
        command.Parameters.AddWithValue(schema);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Both stores give the same, or refuse it with the same type of exception.</summary>
    private async Task BothAsync(Func<IEventStore, Task<string>> use)
    {
        string inMemory = await EndAsync(() => use(_memory));
        Assert.Equal(inMemory, await EndAsync(() => use(_postgres)));
        Count(inMemory);
    }

    private static async Task<string> EndAsync(Func<Task<string>> use)
    {
        try
        {
            return await use();
        }
        catch (Exception exception)
        {
            return Typed(exception);
        }
    }

    /// <summary>The type of a refusal. What the server itself has refused was sent, and should not have been.</summary>
    private static string Typed(Exception exception)
    {
        Assert.True(exception is ArgumentException or EventStoreException, exception.ToString());
        Assert.False(exception.GetType() == typeof(EventStoreException) && exception.InnerException is PostgresException, exception.ToString());
        return exception.GetType().Name;
    }

    /// <summary>A stream's table, its indexes and its types, in the test's schema.</summary>
    [GeneratedRegex(@"^(relation|type) model_\d+_\d+\._{1,2}[0-9a-f]{40}(_\w+)?( [riS])?$")]
    private static partial Regex OwnObject();

    private void Count(string end) => _ends.AddOrUpdate(end.Split(' ')[0], 1, (_, count) => count + 1);

    private void Report() => output.WriteLine(string.Join(", ", _ends.OrderBy(end => end.Key, StringComparer.Ordinal).Select(end => $"{end.Key}: {end.Value}")));
}
