using System.Text;
using EventStore.Providers;
using Npgsql;
using Op = EventStore.MetadataOperator;

namespace EventStore.Postgres.Tests;

public sealed class MatcherTests
{
    private const string Hostile = "a.b' \"{x}; drop table y; --";

    [Fact]
    public async Task Every_operator_hits_and_misses_as_listed()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        var aggregate = Guid.CreateVersion7();
        EventRecord record = Events.Of(aggregate, 7) with
        {
            Name = "user-renamed",
            Metadata = Encoding.UTF8.GetBytes($$$"""
                {"n":5,"big":9223372036854775807,"odd":9007199254740993,"t":"bar","f":true,"five":"5","nil":null,"o":{"a":{"b":1}},"l":[1],
                 "umlaut":"ä","emoji":"😀","private":"\uE000","lines":"a\nb\n","{{{Hostile.Replace("\"", "\\\"", StringComparison.Ordinal)}}}":1}
                """),
        };
        long position = (await store.AppendAsync("a", record))[0];

        var cases = new List<(bool Hits, MetadataMatcher Matcher)>();
        void Hit(string field, Op operation, object value) => cases.Add((true, Match.Metadata(field, operation, value)));
        void Miss(string field, Op operation, object value) => cases.Add((false, Match.Metadata(field, operation, value)));
        void Property(bool hits, string property, Op operation, object value) => cases.Add((hits, Match.Property(property, operation, value)));

        Hit("n", Op.Equal, 5); Hit("n", Op.NotEqual, 4); Hit("n", Op.GreaterThan, 4); Hit("n", Op.GreaterThanOrEqual, 5); Hit("n", Op.LowerThan, 6);
        Hit("n", Op.LowerThanOrEqual, 5); Hit("n", Op.In, new[] { 4, 5, 6 }); Hit("n", Op.NotIn, new[] { 4, 6 }); Hit("n", Op.Equal, 5.0m); Hit("n", Op.Equal, 5e0);
        Miss("n", Op.Equal, 4); Miss("n", Op.NotEqual, 5); Miss("n", Op.GreaterThan, 5); Miss("n", Op.GreaterThanOrEqual, 6); Miss("n", Op.LowerThan, 5);
        Miss("n", Op.LowerThanOrEqual, 4); Miss("n", Op.In, new[] { 4, 6 }); Miss("n", Op.NotIn, new[] { 4, 5, 6 });
        Hit("big", Op.Equal, long.MaxValue); Miss("big", Op.Equal, long.MaxValue - 1); Hit("big", Op.GreaterThan, long.MaxValue - 1); Hit("odd", Op.Equal, 9007199254740993); Miss("odd", Op.Equal, 9007199254740992);

        Hit("t", Op.Equal, "bar"); Hit("t", Op.NotEqual, "baz"); Hit("t", Op.GreaterThan, "bAr"); Hit("t", Op.LowerThan, "baz"); Hit("t", Op.In, new[] { "bar" }); Hit("t", Op.NotIn, new[] { "baz" });
        Hit("t", Op.Regex, "^b[a]r$"); Miss("t", Op.Equal, "Bar"); Miss("t", Op.NotEqual, "bar"); Miss("t", Op.GreaterThan, "baz"); Miss("t", Op.In, new[] { "baz" }); Miss("t", Op.NotIn, new[] { "bar" });
        Miss("t", Op.Regex, "^b[a]z$"); Hit("t", Op.Regex, "a"); Miss("t", Op.Regex, "A");
        Hit("f", Op.Equal, true); Hit("f", Op.NotEqual, false); Hit("f", Op.In, new[] { true }); Hit("f", Op.NotIn, new[] { false }); Miss("f", Op.Equal, false); Miss("f", Op.NotEqual, true); Miss("f", Op.Regex, "true");

        foreach (string absent in new[] { "nil", "missing", "b", "a", "nu\0l" })
        {
            Miss(absent, Op.Equal, 1); Miss(absent, Op.NotEqual, 1); Miss(absent, Op.In, new[] { 1 }); Miss(absent, Op.NotIn, new[] { 1 }); Miss(absent, Op.NotIn, Array.Empty<int>());
            Miss(absent, Op.GreaterThan, 0); Miss(absent, Op.LowerThan, "z"); Miss(absent, Op.Regex, "."); Miss(absent, Op.Equal, "null");
        }

        Miss("n", Op.Equal, "5"); Hit("n", Op.NotEqual, "5"); Miss("five", Op.Equal, 5); Hit("five", Op.NotEqual, 5); Miss("n", Op.In, new[] { "5" }); Hit("n", Op.NotIn, new[] { "5" });
        Hit("n", Op.In, new object[] { "x", true, 5 }); Hit("five", Op.In, new object[] { 5, "5" }); Miss("n", Op.In, Array.Empty<int>()); Hit("n", Op.NotIn, Array.Empty<int>());
        Miss("five", Op.GreaterThan, 1); Miss("five", Op.LowerThan, 9); Miss("n", Op.GreaterThan, "1"); Miss("n", Op.Regex, "5"); Miss("t", Op.GreaterThan, 1); Hit("o", Op.NotEqual, 1); Miss("l", Op.Equal, 1);
        Hit("umlaut", Op.GreaterThan, "z"); Hit("emoji", Op.GreaterThan, "\uE000"); Miss("private", Op.GreaterThan, "😀");
        Hit("lines", Op.Regex, "a.b"); Miss("lines", Op.Regex, "b$"); Hit("lines", Op.Regex, "^*a"); Miss("umlaut", Op.Regex, "\\w"); Hit("lines", Op.Regex, "[$^]|b"); Hit("t", Op.Regex, "(x|)b");
        Hit(Hostile, Op.Equal, 1); Miss("a.b", Op.NotEqual, 1);

        System.Text.Json.JsonElement huge = System.Text.Json.JsonDocument.Parse("1e400000").RootElement;
        System.Text.Json.JsonElement tiny = System.Text.Json.JsonDocument.Parse("-1e-400000").RootElement;
        Miss("n", Op.Equal, huge); Hit("n", Op.NotEqual, huge); Hit("n", Op.LowerThan, huge); Miss("n", Op.GreaterThan, huge); Hit("n", Op.GreaterThan, tiny); Miss("n", Op.LowerThanOrEqual, tiny);
        Hit("n", Op.NotIn, new object[] { huge }); Hit("n", Op.In, new object[] { huge, 5 });

        Property(true, "event_name", Op.Equal, "user-renamed"); Property(true, "name", Op.Regex, "^user-"); Property(true, "event_name", Op.In, new[] { "x", "user-renamed" }); Property(false, "event_name", Op.NotIn, new[] { "user-renamed" });
        Property(true, "event_name", Op.GreaterThan, "user-"); Property(false, "event_name", Op.NotEqual, "user-renamed"); Property(false, "event_name", Op.Equal, 5); Property(true, "event_name", Op.NotEqual, 5);
        Property(true, "uuid", Op.Equal, record.EventId.ToString().ToUpperInvariant()); Property(false, "uuid", Op.NotEqual, record.EventId); Property(true, "uuid", Op.NotIn, Array.Empty<Guid>()); Property(true, "event_id", Op.In, new[] { record.EventId });
        DateTimeOffset local = Events.Time.ToOffset(TimeSpan.FromHours(5));
        Property(true, "created_at", Op.Equal, local); Property(true, "created_at", Op.GreaterThan, local.AddSeconds(-5)); Property(false, "created_at", Op.LowerThan, local); Property(true, "created_at", Op.In, new[] { local }); Property(true, "createdAt", Op.NotIn, new[] { local.AddSeconds(5) });
        Property(true, "position", Op.Equal, position); Property(false, "position", Op.NotEqual, position); Property(true, "position", Op.GreaterThan, position - 0.5); Property(true, "position", Op.In, new[] { position }); Property(false, "position", Op.NotIn, new[] { position }); Property(true, "position", Op.LowerThan, huge); Property(false, "position", Op.Equal, position.ToString(System.Globalization.CultureInfo.InvariantCulture));

        cases.Add((true, Match.AggregateId(aggregate)));
        cases.Add((true, Match.AggregateType("user").And(Match.Metadata("_aggregate_version", Op.GreaterThanOrEqual, 7))));
        Hit("_aggregate_id", Op.Equal, aggregate.ToString().ToUpperInvariant()); Hit("_aggregate_id", Op.NotEqual, Guid.Empty); Hit("_aggregate_id", Op.Regex, "^[0-9a-f-]{36}$"); Hit("_aggregate_id", Op.NotEqual, "no id"); Miss("_aggregate_id", Op.Equal, "no id");
        Hit("_aggregate_id", Op.GreaterThan, "0"); Hit("_aggregate_id", Op.In, new[] { aggregate }); Hit("_aggregate_version", Op.In, new[] { 7 }); Miss("_aggregate_version", Op.Equal, "7"); Miss("_aggregate_version", Op.NotIn, new[] { 7 });

        foreach ((bool hits, MetadataMatcher matcher) in cases)
        {
            bool hit = await CountAsync(store, matcher) == 1;
            Assert.True(hit == hits, $"{string.Join(", ", matcher.Matches)} {(hits ? "should hit" : "should miss")}");
        }
    }

    [Fact]
    public async Task What_an_event_without_an_aggregate_lacks_never_hits()
    {
        await using TestStore store = await (await TestStore.CreateAsync()).WithStreamsAsync("a");
        await store.AppendAsync("a", Events.Plain());

        foreach (string field in new[] { "_aggregate_id", "_aggregate_type", "_aggregate_version" })
        {
            foreach (object value in new object[] { "x", 1 })
            {
                Assert.Equal(0, await CountAsync(store, Match.Metadata(field, Op.NotEqual, value)));
                Assert.Equal(0, await CountAsync(store, Match.Metadata(field, Op.NotIn, new[] { value })));
            }
        }
    }

    [Fact]
    public void No_value_and_no_field_becomes_part_of_the_statement()
    {
        var schema = new StoreSchema("es");
        using var batch = new NpgsqlBatch();
        var request = new ReadRequest
        {
            Streams = [new StreamRange { StreamName = "secret-stream", From = 123_456_789, Matcher = Match.Metadata("secret-field", "secret-text").And(Match.Metadata("secret-field", Op.In, new[] { 987_654_321 })).And(Match.Property("event_name", Op.Regex, "secret-pattern")) }],
            EventNames = ["secret-event"],
            Limit = 4_711,
        };

        new PageStatement(schema, request, 0, 1).AddTo(batch);

        string sql = string.Join('\n', batch.BatchCommands.Cast<NpgsqlBatchCommand>().Select(command => command.CommandText));
        Assert.DoesNotContain("secret", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("123456789", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("987654321", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", sql, StringComparison.Ordinal);
    }

    private static async Task<int> CountAsync(TestStore store, MetadataMatcher matcher)
    {
        using EventPage page = await store.Log.ReadAsync(new ReadRequest { Streams = [new StreamRange { StreamName = "a", From = 1, Matcher = matcher }], Limit = 10 }, default);
        return page.Count;
    }
}
