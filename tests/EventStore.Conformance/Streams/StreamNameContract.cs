using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Streams;

public abstract class StreamNameContract(TestStorage storage) : StoreContract(storage)
{
    private static readonly string[] UnusualNames =
    [
        "users", "Users", "it's", "\"quoted\"", "`ticked`", "es.users", "public.\"users\"", "a/b", "a\\b", "100%", "a_b", "a;--", "a\nb", "a\r\nb", "a\u2028b",
        "über", "😀", " padded ", "{0}", "$1", ":name", "@name", "null", "select", new string('x', 63) + "1", new string('x', 63) + "2", string.Concat(Enumerable.Repeat("😀", 127)),
    ];

    [Theory, Proves("S-07")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_name_without_a_character_is_refused_by_every_method(string? missing)
    {
        string name = missing!;

        Refuses(() => Store.CreateStreamAsync(name));
        Refuses(() => Store.DeleteStreamAsync(name));
        Refuses(() => Store.HasStreamAsync(name));
        Refuses(() => Store.AppendToAsync(name, Make.Events(1)));
        Refuses(() => AppendUnit.For(name, Make.Events(1)));
        Refuses(() => AppendUnit.Empty.And(name, Make.Events(1)));
        Refuses(() => Store.LoadAsync(name));
        Refuses(() => Store.LoadBackwardsAsync(name));
        Refuses(() => new LoadStreamParameter(name));
        Refuses(() => new StreamSource(name));
        Refuses(() => Store.Query(() => 0).FromStream(name));
        Refuses(() => Store.Query(() => 0).FromStreams("users", name));
        Refuses(() => Store.Query(() => 0).FromCategory(name));
        Refuses(() => Store.Query(() => 0).FromCategories("user", name));
    }

    [Fact, Proves("S-07")]
    public async Task A_new_name_has_at_most_255_characters_and_all_of_them_can_be_stored()
    {
        await Store.CreateStreamAsync(new string('a', 255));

        Refuses(() => Store.CreateStreamAsync(new string('a', 256)));
        Refuses(() => Store.CreateStreamAsync("a\0b"));
        Refuses(() => Store.CreateStreamAsync("a\ud83d"));
        Refuses(() => Store.CreateStreamAsync("\ude00a"));
        Assert.Equal([new string('a', 255)], await Store.FetchAllStreamNamesAsync());
    }

    [Fact, Proves("S-07")]
    public async Task A_name_that_no_stream_can_have_names_no_stream()
    {
        foreach (string name in (string[])[new string('a', 256), "a\0b", "a\ud83d"])
        {
            Assert.False(await Store.HasStreamAsync(name));
            await Assert.ThrowsAsync<StreamNotFoundException>(() => LoadAllAsync(name));
            await Assert.ThrowsAsync<StreamNotFoundException>(() => Store.AppendToAsync(name, Make.Events(1)));
            await Assert.ThrowsAsync<StreamNotFoundException>(() => Store.DeleteStreamAsync(name));
            Assert.Empty(await Store.FetchStreamNamesAsync(name));
        }
    }

    [Fact, Proves("S-08")]
    public async Task Names_that_differ_in_case_are_two_streams()
    {
        await CreateStreamAsync("Users", Make.Events(1));
        await CreateStreamAsync("users", Make.Events(2));

        Assert.Single(await LoadAllAsync("Users"));
        Assert.Equal(2, (await LoadAllAsync("users")).Count);
    }

    [Fact, Proves("S-09")]
    public async Task An_unusual_name_behaves_like_any_other()
    {
        foreach (string name in UnusualNames)
        {
            await CreateStreamAsync(name, Make.Event(new TextNoted(name)));
        }

        Assert.Equal(UnusualNames.ToHashSet(), (await Store.FetchAllStreamNamesAsync()).ToHashSet());
        foreach (string name in UnusualNames)
        {
            DomainEvent only = Assert.Single(await LoadAllAsync(name));
            Assert.Equal(new TextNoted(name), only.Payload);
            Assert.Equal(name, only.StreamName);
            Assert.Equal([name], await Store.FetchStreamNamesAsync(name));
        }

        List<DomainEvent> merged = await Store.MergeAndLoadAsync(UnusualNames.Select(name => new LoadStreamParameter(name))).ToListAsync();
        Assert.Equal(UnusualNames, merged.Select(e => e.StreamName));
    }

    [Fact, Proves("S-09")]
    public async Task A_stream_of_an_unusual_name_goes_alone()
    {
        foreach (string name in UnusualNames)
        {
            await Store.CreateStreamAsync(name);
        }

        var left = UnusualNames.ToHashSet();
        foreach (string name in UnusualNames)
        {
            await Store.DeleteStreamAsync(name);

            left.Remove(name);
            Assert.Equal(left, (await Store.FetchAllStreamNamesAsync()).ToHashSet());
        }
    }

    private static void Refuses(Func<object?> call) => Assert.ThrowsAny<ArgumentException>(call);
}
