namespace EventStore.Conformance.Streams;

public abstract class CategoryContract(TestStorage storage) : StoreContract(storage)
{
    [Fact, Proves("S-25")]
    public async Task A_category_is_the_text_before_the_first_dash()
    {
        await CreateAsync("user-123", "a-b-c", "user-", "plain", "-x");

        Assert.Equal(["a", "user"], await Store.FetchCategoryNamesAsync());
    }

    [Fact, Proves("S-26")]
    public async Task Categories_come_once_each_page_by_page()
    {
        string[] sorted = ["Zoo", "apple", "bar", "foo", "guest", "user", "zoo"];
        await CreateAsync(sorted.Reverse().SelectMany(category => Enumerable.Range(1, 5).Select(n => $"{category}-{n}")));
        await CreateAsync(Enumerable.Range(1, 20).Select(n => $"plain{n}"));

        Assert.Equal(sorted, await Store.FetchCategoryNamesAsync(null, 20, 0));
        Assert.Empty(await Store.FetchCategoryNamesAsync(null, 20, 20));
        Assert.Equal(sorted[..3], await Store.FetchCategoryNamesAsync(null, 3, 0));
        Assert.Equal(sorted[3..6], await Store.FetchCategoryNamesAsync(null, 3, 3));
        Assert.Equal(sorted[2..], await Store.FetchCategoryNamesAsync(null, 10, 2));
    }

    [Fact, Proves("S-26")]
    public async Task With_its_last_stream_a_category_goes()
    {
        await CreateAsync("user-1", "user-2", "guest-1");

        await Store.DeleteStreamAsync("user-1");
        Assert.Equal(["guest", "user"], await Store.FetchCategoryNamesAsync());
        await Store.DeleteStreamAsync("user-2");

        Assert.Equal(["guest"], await Store.FetchCategoryNamesAsync());
    }

    [Fact, Proves("S-27")]
    public async Task Categories_are_filtered_by_name_and_by_pattern()
    {
        await CreateAsync("foo-1", "foobar-1", "foobaz-1", "foobam-1", "barfoo-1", "foo-2", "foo");

        Assert.Equal(["foo"], await Store.FetchCategoryNamesAsync("foo", 20, 0));
        Assert.Equal(["foo", "foobam", "foobar", "foobaz"], await Store.FetchCategoryNamesRegexAsync("^foo", 20, 0));
        Assert.Equal(["foobar", "foobaz"], await Store.FetchCategoryNamesRegexAsync("^foo", 2, 2));
    }

    private async Task CreateAsync(params IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            await Store.CreateStreamAsync(name);
        }
    }
}
