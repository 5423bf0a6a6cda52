namespace EventStore.Conformance.Streams;

public abstract class StreamListContract(TestStorage storage) : StoreContract(storage)
{
    [Fact, Proves("S-14")]
    public async Task All_names_come_in_the_order_of_code_points_internal_ones_too()
    {
        await CreateAsync("user-b", "\U0001F600", "ü", "\uFFFD", "User-a", "$ct-user", "user-a", "z", "a b", "a-b", "ab", "1");

        IReadOnlyList<string> names = await Store.FetchAllStreamNamesAsync();

        Assert.Equal(["$ct-user", "1", "User-a", "a b", "a-b", "ab", "user-a", "user-b", "z", "ü", "\uFFFD", "\U0001F600"], names);
        Assert.Equal(["$ct", "User", "a", "user"], await Store.FetchCategoryNamesAsync());
    }

    [Fact, Proves("S-16", "S-20")]
    public async Task A_filter_is_the_whole_name()
    {
        await CreateAsync("user-1", "user-10", "User-1");

        Assert.Equal(["user-1"], await Store.FetchStreamNamesAsync("user-1"));
        Assert.Equal(["user-1"], await Store.FetchStreamNamesAsync("user-1", limit: 1, offset: 0));
        Assert.Empty(await Store.FetchStreamNamesAsync("user-1", limit: 5, offset: 1));
        Assert.Empty(await Store.FetchStreamNamesAsync("user-"));
        Assert.Empty(await Store.FetchStreamNamesAsync("user-_"));
        Assert.Empty(await Store.FetchStreamNamesAsync("user-%"));
    }

    [Fact, Proves("S-17")]
    public async Task Nothing_that_fits_is_an_empty_list()
    {
        Assert.Empty(await Store.FetchAllStreamNamesAsync());
        Assert.Empty(await Store.FetchStreamNamesAsync());
        Assert.Empty(await Store.FetchCategoryNamesAsync());
        await CreateAsync("plain");

        Assert.Empty(await Store.FetchStreamNamesAsync("other"));
        Assert.Empty(await Store.FetchStreamNamesRegexAsync("^other"));
        Assert.Empty(await Store.FetchCategoryNamesAsync());
        Assert.Empty(await Store.FetchCategoryNamesAsync("plain"));
        Assert.Empty(await Store.FetchCategoryNamesRegexAsync("plain"));
    }

    [Fact, Proves("S-18", "S-19")]
    public async Task Names_come_page_by_page_and_all_without_a_limit()
    {
        string[] sorted = await CreateManyAsync();

        Assert.Equal(120, (await Store.FetchStreamNamesAsync()).Count);
        Assert.Equal(sorted, await Store.FetchStreamNamesAsync(null, 200, 0));
        Assert.Empty(await Store.FetchStreamNamesAsync(null, 200, 200));
        Assert.Equal(sorted[..10], await Store.FetchStreamNamesAsync(null, 10, 0));
        Assert.Equal(sorted[10..20], await Store.FetchStreamNamesAsync(null, 10, 10));
        Assert.Equal(sorted[115..], await Store.FetchStreamNamesAsync(null, 10, 115));
        for (int offset = 0; offset < sorted.Length; offset++)
        {
            Assert.Equal([sorted[offset]], await Store.FetchStreamNamesAsync(null, 1, offset));
        }
    }

    [Fact, Proves("S-21")]
    public void A_limit_is_positive_and_an_offset_is_not_negative()
    {
        foreach ((int limit, int offset) in ((int, int)[])[(0, 0), (-1, 0), (1, -1)])
        {
            Refuses(() => Store.FetchStreamNamesAsync(null, limit, offset));
            Refuses(() => Store.FetchStreamNamesRegexAsync("a", limit, offset));
            Refuses(() => Store.FetchCategoryNamesAsync(null, limit, offset));
            Refuses(() => Store.FetchCategoryNamesRegexAsync("a", limit, offset));
        }

        static void Refuses(Func<object?> call) => Assert.ThrowsAny<ArgumentOutOfRangeException>(call);
    }

    [Fact, Proves("S-22")]
    public async Task A_pattern_is_found_anywhere_and_tells_case()
    {
        string[] sorted = await CreateManyAsync();
        await CreateAsync("USER-1");
        string[] users = [.. sorted.Where(name => name.StartsWith("user-", StringComparison.Ordinal))];

        Assert.Equal(users[..30], await Store.FetchStreamNamesRegexAsync("s.*er-", 30, 0));
        Assert.Equal(users[10..30], await Store.FetchStreamNamesRegexAsync("s.*er-", 20, 10));
        Assert.Equal(users, await Store.FetchStreamNamesRegexAsync("s.*er-"));
        Assert.Equal(["USER-1"], await Store.FetchStreamNamesRegexAsync("S.*ER-"));
    }

    [Theory, Proves("S-23")]
    [InlineData("invalid)")]
    [InlineData("(")]
    [InlineData("[a")]
    [InlineData("*a")]
    [InlineData("(?=a)")]
    [InlineData("(?!a)")]
    [InlineData("(?<=a)b")]
    [InlineData("(a)\\1")]
    public async Task A_pattern_that_the_providers_do_not_understand_alike_is_refused(string pattern)
    {
        await CreateAsync("a-b");

        Assert.ThrowsAny<ArgumentException>(() => { _ = Store.FetchStreamNamesRegexAsync(pattern); });
        Assert.ThrowsAny<ArgumentException>(() => { _ = Store.FetchCategoryNamesRegexAsync(pattern); });
    }

    [Theory, Proves("S-24")]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|aa)+$")]
    [InlineData("^(a|a|b)*(a|a|c)*x$")]
    [InlineData("(.*a)(.*a)(.*a)(.*a)(.*a)(.*a)(.*a)(.*a)b")]
    public async Task A_pattern_that_backtracks_without_end_is_answered_in_time(string pattern)
    {
        await CreateAsync(new string('a', 200) + "!");
        await Store.FetchStreamNamesRegexAsync("warm");

        Task<IReadOnlyList<string>> answer = Task.Run(() => Store.FetchStreamNamesRegexAsync(pattern));
        Task first = await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1)));

        Assert.Same(answer, first);
        Assert.Empty(answer.IsCompletedSuccessfully ? await answer : []);
    }

    private async Task CreateAsync(params IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            await Store.CreateStreamAsync(name);
        }
    }

    private async Task<string[]> CreateManyAsync()
    {
        string[] names =
        [
            .. Enumerable.Range(1, 50).SelectMany(n => (string[])[$"user-{n}", $"admin-{n}"]),
            .. Enumerable.Range(1, 20).Select(n => $"rand{n * 7919}"),
        ];
        await CreateAsync(names);
        return [.. names.Order(StringComparer.Ordinal)];
    }
}
