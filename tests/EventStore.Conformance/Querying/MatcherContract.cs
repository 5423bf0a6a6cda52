using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Querying;

/// <summary>Conditions on the metadata.</summary>
public abstract class MatcherContract(TestStorage storage) : StoreContract(storage)
{
    private const string Stream = "users";

    [Fact, Proves("M-01")]
    public async Task Conditions_are_joined_and_a_matcher_never_changes()
    {
        await CreateStreamAsync(Stream, With("a", 1), With("a", 2), Make.Event(metadata: EventMetadata.Of(("a", 1), ("b", "x"))));
        MetadataMatcher one = Match.Metadata("a", 1);

        MetadataMatcher both = one.With(new MetadataMatch("b", MetadataOperator.Equal, "x"));

        Assert.Equal([1, 2, 3], await HitsAsync(MetadataMatcher.Empty));
        Assert.Equal([1, 3], await HitsAsync(one));
        Assert.Equal([3], await HitsAsync(both));
        Assert.Equal([3], await HitsAsync(one.And(Match.Metadata("b", "x"))));
        Assert.Equal((0, 1, 2), (MetadataMatcher.Empty.Matches.Count, one.Matches.Count, both.Matches.Count));
    }

    [Fact, Proves("M-02")]
    public async Task A_number_is_compared_by_every_operator()
    {
        await CreateStreamAsync(Stream, With("n", 5));

        await HitAsync("n", (MetadataOperator.Equal, 5), (MetadataOperator.NotEqual, 4), (MetadataOperator.GreaterThan, 4), (MetadataOperator.GreaterThanOrEqual, 5));
        await HitAsync("n", (MetadataOperator.LowerThan, 6), (MetadataOperator.LowerThanOrEqual, 5), (MetadataOperator.In, new[] { 4, 5, 6 }), (MetadataOperator.NotIn, new[] { 4, 6 }));
        await MissAsync("n", (MetadataOperator.Equal, 4), (MetadataOperator.NotEqual, 5), (MetadataOperator.GreaterThan, 5), (MetadataOperator.GreaterThanOrEqual, 6));
        await MissAsync("n", (MetadataOperator.LowerThan, 5), (MetadataOperator.LowerThanOrEqual, 4), (MetadataOperator.In, new[] { 4, 6 }), (MetadataOperator.NotIn, new[] { 4, 5, 6 }));
    }

    [Fact, Proves("M-03")]
    public async Task A_text_is_compared_by_every_operator()
    {
        await CreateStreamAsync(Stream, With("t", "bar"));

        await HitAsync("t", (MetadataOperator.Equal, "bar"), (MetadataOperator.NotEqual, "baz"), (MetadataOperator.GreaterThan, "bAr"), (MetadataOperator.LowerThan, "baz"));
        await HitAsync("t", (MetadataOperator.In, new[] { "bar" }), (MetadataOperator.NotIn, new[] { "baz" }), (MetadataOperator.Regex, "^b[a]r$"));
        await HitAsync("t", (MetadataOperator.GreaterThanOrEqual, "bar"), (MetadataOperator.LowerThanOrEqual, "bar"));
        await MissAsync("t", (MetadataOperator.Equal, "Bar"), (MetadataOperator.NotEqual, "bar"), (MetadataOperator.GreaterThan, "baz"));
        await MissAsync("t", (MetadataOperator.In, new[] { "baz" }), (MetadataOperator.NotIn, new[] { "bar" }), (MetadataOperator.Regex, "^b[a]z$"));
    }

    [Fact, Proves("M-04")]
    public async Task A_boolean_is_compared_for_equality_only()
    {
        await CreateStreamAsync(Stream, With("b", true));

        await HitAsync("b", (MetadataOperator.Equal, true), (MetadataOperator.NotEqual, false), (MetadataOperator.In, new[] { true }), (MetadataOperator.NotIn, new[] { false }));
        await MissAsync("b", (MetadataOperator.Equal, false), (MetadataOperator.NotEqual, true), (MetadataOperator.In, new[] { false }), (MetadataOperator.NotIn, new[] { true }));
        foreach (MetadataOperator order in (MetadataOperator[])[MetadataOperator.GreaterThan, MetadataOperator.GreaterThanOrEqual, MetadataOperator.LowerThan, MetadataOperator.LowerThanOrEqual, MetadataOperator.Regex])
        {
            Assert.ThrowsAny<ArgumentException>(() => Match.Metadata("b", order, true));
        }
    }

    [Fact, Proves("M-05")]
    public async Task What_is_missing_or_null_never_hits()
    {
        await CreateStreamAsync(Stream, Make.Event(), With("f", null), With("other", 5));

        foreach (object value in (object[])[5, "5", true])
        {
            await MissAsync("f", (MetadataOperator.Equal, value), (MetadataOperator.NotEqual, value));
        }

        await MissAsync("f", (MetadataOperator.GreaterThan, 0), (MetadataOperator.GreaterThanOrEqual, 0), (MetadataOperator.LowerThan, 9), (MetadataOperator.LowerThanOrEqual, 9));
        await MissAsync("f", (MetadataOperator.In, new[] { 5 }), (MetadataOperator.NotIn, new[] { 5 }), (MetadataOperator.NotIn, Array.Empty<int>()), (MetadataOperator.Regex, ".*"));
    }

    [Fact, Proves("M-06")]
    public async Task A_number_is_no_text()
    {
        await CreateStreamAsync(Stream, With("f", 5), With("f", "5"), With("f", true));

        Assert.Equal([1], await HitsAsync(Match.Metadata("f", 5)));
        Assert.Equal([2], await HitsAsync(Match.Metadata("f", "5")));
        Assert.Equal([2, 3], await HitsAsync(Match.Metadata("f", MetadataOperator.NotEqual, 5)));
        Assert.Equal([1, 3], await HitsAsync(Match.Metadata("f", MetadataOperator.NotEqual, "5")));
        Assert.Equal([1, 2], await HitsAsync(Match.Metadata("f", MetadataOperator.NotEqual, true)));
        Assert.Equal([1], await HitsAsync(Match.Metadata("f", MetadataOperator.In, new[] { 5 })));
        Assert.Equal([1, 3], await HitsAsync(Match.Metadata("f", MetadataOperator.NotIn, new[] { "5" })));
        Assert.Equal([2], await HitsAsync(Match.Metadata("f", MetadataOperator.NotIn, new object[] { 5, true })));
    }

    [Fact, Proves("M-07")]
    public async Task Numbers_are_compared_by_value_and_exactly()
    {
        object[] numbers = [5, 5.0, Json("5e0"), Json("5.000"), 2_147_483_648, 9_007_199_254_740_993, 9_007_199_254_740_992, long.MaxValue, long.MaxValue - 1, Json("1e3"), -0.5m];
        await CreateStreamAsync(Stream, numbers.Select(number => With("n", number)));

        foreach (object five in (object[])[5, 5.0, 5m, Json("50e-1")])
        {
            Assert.Equal([1, 2, 3, 4], await HitsAsync(Match.Metadata("n", five)));
        }

        Assert.Equal([5], await HitsAsync(Match.Metadata("n", 2_147_483_648)));
        Assert.Equal([6], await HitsAsync(Match.Metadata("n", 9_007_199_254_740_993)));
        Assert.Equal([6, 8, 9], await HitsAsync(Match.Metadata("n", MetadataOperator.GreaterThan, 9_007_199_254_740_992)));
        Assert.Equal([8], await HitsAsync(Match.Metadata("n", MetadataOperator.GreaterThan, long.MaxValue - 1)));
        Assert.Equal([10], await HitsAsync(Match.Metadata("n", MetadataOperator.In, new object[] { 1000, "5" })));
        Assert.Equal([11], await HitsAsync(Match.Metadata("n", MetadataOperator.LowerThan, 0)));
    }

    [Fact, Proves("M-07")]
    public async Task A_number_beyond_all_that_can_be_stored_is_beyond_all_of_them()
    {
        await CreateStreamAsync(Stream, With("n", 5));

        await HitAsync("n", (MetadataOperator.LowerThan, Json("1e99999999999999999999")), (MetadataOperator.GreaterThan, Json("-1e99999999999999999999")), (MetadataOperator.GreaterThan, Json("1e-99999999999999999999")), (MetadataOperator.NotEqual, Json("5e99999999999999999999")));
        await MissAsync("n", (MetadataOperator.Equal, Json("5e99999999999999999999")), (MetadataOperator.GreaterThanOrEqual, Json("1e99999999999999999999")));
    }

    [Fact, Proves("M-07", "A-27")]
    public async Task The_largest_and_the_finest_numbers_are_stored_and_found()
    {
        object[] numbers = [Json("1e131071"), Json("0.001e131074"), Json("1e-16383"), Json("0e500000")];
        await CreateStreamAsync(Stream, numbers.Select(number => With("n", number)));

        Assert.Equal([1, 2], await HitsAsync(Match.Metadata("n", Json("10e131070"))));
        Assert.Equal([3], await HitsAsync(Match.Metadata("n", Json("1e-16383"))));
        Assert.Equal([4], await HitsAsync(Match.Metadata("n", Json("0e-99999"))));
        Assert.Equal([1, 2, 3], await HitsAsync(Match.Metadata("n", MetadataOperator.GreaterThan, Json("0e99999999999"))));
    }

    [Fact, Proves("M-08")]
    public async Task An_order_between_a_text_and_a_number_is_a_miss()
    {
        await CreateStreamAsync(Stream, With("f", "abc"), With("f", 7), With("f", "9"), With("f", true));

        Assert.Equal([2], await HitsAsync(Match.Metadata("f", MetadataOperator.GreaterThan, 1)));
        Assert.Equal([2], await HitsAsync(Match.Metadata("f", MetadataOperator.LowerThan, 10)));
        Assert.Equal([1, 3], await HitsAsync(Match.Metadata("f", MetadataOperator.GreaterThan, "1")));
        Assert.Equal([1, 3], await HitsAsync(Match.Metadata("f", MetadataOperator.LowerThanOrEqual, "x")));
    }

    [Fact, Proves("M-09")]
    public async Task Texts_are_ordered_by_code_point()
    {
        string[] sorted = ["", "A", "Z", "a", "ab", "z", "Ä", "ä", "\uFFFD", "\U0001F600"];
        await CreateStreamAsync(Stream, sorted.Select(text => With("t", text)));

        for (int i = 0; i < sorted.Length; i++)
        {
            Assert.Equal(Enumerable.Range(1, i), await HitsAsync(Match.Metadata("t", MetadataOperator.LowerThan, sorted[i])));
            Assert.Equal(Enumerable.Range(i + 2, sorted.Length - i - 1), await HitsAsync(Match.Metadata("t", MetadataOperator.GreaterThan, sorted[i])));
        }
    }

    [Fact, Proves("M-10")]
    public async Task A_pattern_is_found_anywhere_in_texts_only()
    {
        await CreateStreamAsync(Stream, With("f", "foobar"), With("f", "FOOBAR"), With("f", 5), With("f", true), With("f", "a5b"), With("f", new[] { "foobar" }), With("f", "a\nb"));

        Assert.Equal([1], await HitsAsync(Match.Metadata("f", MetadataOperator.Regex, "ob")));
        Assert.Equal([2], await HitsAsync(Match.Metadata("f", MetadataOperator.Regex, "OB")));
        Assert.Equal([5], await HitsAsync(Match.Metadata("f", MetadataOperator.Regex, "5")));
        Assert.Equal([1, 2, 5, 7], await HitsAsync(Match.Metadata("f", MetadataOperator.Regex, "")));
        Assert.Empty(await HitsAsync(Match.Metadata("f", MetadataOperator.Regex, "^b$")));
        Assert.Equal([1], await HitsAsync(Match.Metadata("f", MetadataOperator.Regex, "^(foo|x)[a-c]{2}r$")));
    }

    [Theory, Proves("M-11")]
    [InlineData("invalid)")]
    [InlineData("(?=a)")]
    [InlineData("(?<!a)b")]
    [InlineData("(a)\\1")]
    [InlineData("[")]
    public void A_pattern_that_the_providers_do_not_understand_alike_is_refused(string pattern)
    {
        Assert.ThrowsAny<ArgumentException>(() => Match.Metadata("f", MetadataOperator.Regex, pattern));
        Assert.ThrowsAny<ArgumentException>(() => Match.Metadata("f", MetadataOperator.Regex, new string('a', 257)));
        Match.Metadata("f", MetadataOperator.Regex, new string('a', 256));
    }

    [Fact, Proves("M-12")]
    public async Task A_list_is_compared_value_by_value()
    {
        await CreateStreamAsync(Stream, With("f", 5), With("f", "5"), Make.Event(), With("f", true));

        Assert.Empty(await HitsAsync(Match.Metadata("f", MetadataOperator.In, Array.Empty<string>())));
        Assert.Equal([1, 2, 4], await HitsAsync(Match.Metadata("f", MetadataOperator.NotIn, Array.Empty<string>())));
        Assert.Equal([1, 4], await HitsAsync(Match.Metadata("f", MetadataOperator.In, new object[] { 5, "6", true })));
        Assert.Equal([2], await HitsAsync(Match.Metadata("f", MetadataOperator.NotIn, new object[] { 5, "6", true })));
    }

    [Fact, Proves("M-13")]
    public void What_cannot_be_compared_is_refused()
    {
        Refuses("f", MetadataOperator.In, 5);
        Refuses("f", MetadataOperator.NotIn, "text");
        Refuses("f", MetadataOperator.Regex, 5);
        Refuses("f", MetadataOperator.Equal, new[] { 5 });
        Refuses("f", MetadataOperator.GreaterThan, new[] { 5 });
        Refuses("f", MetadataOperator.Equal, new Dictionary<string, object?>());
        Refuses("f", MetadataOperator.Equal, new Address("Main Street", "Anywhere"));
        Refuses("f", MetadataOperator.NotEqual, null);
        Refuses("f", MetadataOperator.In, new object?[] { 5, null });
        Refuses("", MetadataOperator.Equal, 5);
        Refuses(null, MetadataOperator.Equal, 5);

        static void Refuses(string? field, MetadataOperator operation, object? value) =>
            Assert.ThrowsAny<ArgumentException>(() => Match.Metadata(field!, operation, value!));
    }

    [Fact, Proves("M-14")]
    public async Task A_field_is_a_name_and_nothing_else()
    {
        string[] fields = ["it's", "\"q\"", "a.b", "{a,b}", "$.a", "a->>'b'", "'; drop table users; --", "ü", "\\", "%", "a b", "0", "[0]", "@x", ":x", "$1"];
        await CreateStreamAsync(Stream, [.. fields.Select(field => With(field, 1)), With("a", new Dictionary<string, object?> { ["b"] = 1 })]);

        for (int i = 0; i < fields.Length; i++)
        {
            Assert.Equal([i + 1], await HitsAsync(Match.Metadata(fields[i], 1)));
        }
    }

    [Fact, Proves("M-20")]
    public async Task A_matcher_means_the_same_everywhere()
    {
        await CreateStreamAsync(Stream, Enumerable.Range(1, 20).Select(n => With("n", n % 3)));
        MetadataMatcher matcher = Match.Metadata("n", MetadataOperator.GreaterThan, 0);
        List<long> expected = await Store.LoadAsync(Stream, matcher: matcher).Select(e => e.Position).ToListAsync();

        Assert.Equal(14, expected.Count);
        Assert.Equal(expected, await Store.LoadBackwardsAsync(Stream, matcher: matcher).Select(e => e.Position).Reverse().ToListAsync());
        Assert.Equal(expected, await Store.MergeAndLoadAsync([new(Stream, 1, matcher)]).Select(e => e.Position).ToListAsync());
        Assert.Equal(expected, await Store.Query(() => new List<long>()).FromStream(Stream, matcher).WhenAny((all, e) => all.Add(e.Position)).RunAsync());
        Assert.Equal(expected, await Store.Query(() => new List<long>()).FromAll(matcher).When<UsernameChanged>((all, e) => all.Add(e.Position)).RunAsync());
    }

    private static DomainEvent With(string field, object? value) => Make.Event(metadata: EventMetadata.Of((field, value)));

    private static System.Text.Json.JsonElement Json(string number) => System.Text.Json.JsonDocument.Parse(number).RootElement;

    /// <summary>Which events hit, counted from 1 in the stream's order.</summary>
    private async Task<List<int>> HitsAsync(MetadataMatcher matcher)
    {
        List<long> all = await PositionsOfAsync(Stream);
        return await Store.LoadAsync(Stream, matcher: matcher).Select(e => all.IndexOf(e.Position) + 1).ToListAsync();
    }

    private async Task HitAsync(string field, params (MetadataOperator Operation, object Value)[] matches)
    {
        foreach ((MetadataOperator operation, object value) in matches)
        {
            Assert.True((await HitsAsync(Match.Metadata(field, operation, value))).Count == 1, $"{field} {operation} {value} missed.");
        }
    }

    private async Task MissAsync(string field, params (MetadataOperator Operation, object Value)[] matches)
    {
        foreach ((MetadataOperator operation, object value) in matches)
        {
            Assert.True((await HitsAsync(Match.Metadata(field, operation, value))).Count == 0, $"{field} {operation} {value} hit.");
        }
    }
}
