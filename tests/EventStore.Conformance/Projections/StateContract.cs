using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Projections;

/// <summary>States that would not be the same when they are read back.</summary>
public abstract class StateContract(TestStorage storage) : ProjectionContract(storage)
{
    [Fact, Proves("P-52")]
    public async Task A_state_with_half_of_a_surrogate_pair_is_not_stored()
    {
        string[] halves = ["\ud83d", "\ude00"];

        await RefusesAsync("", (state, number) => state + halves[number % 2]);
        await RefusesAsync(new NameList(), (state, number) => new NameList { Names = [.. state.Names, $"fine {number}", halves[0]] }, "$.Names[1]");
    }

    [Theory, Proves("P-52")]
    [InlineData("", "$.Raw")]
    [InlineData("""{"a":""", "$.Raw")]
    [InlineData("""{"a":1,"a":2}""", "$.Raw.a")]
    [InlineData("""1,"Count":2""", "$.Count")]
    public async Task A_state_that_a_converter_makes_no_JSON_is_not_stored(string raw, string path)
    {
        await RefusesAsync(new RawState("0"), (_, _) => new RawState(raw), path);
    }

    [Fact, Proves("P-52")]
    public async Task A_state_with_a_time_whose_offset_leads_out_of_the_years_is_not_stored()
    {
        await RefusesAsync(new EasternState(new DateTime(2020, 1, 1)), (_, _) => new EasternState(DateTime.MinValue.AddMinutes(59)), "$.Time");
    }

    [Theory, Proves("P-52")]
    [InlineData("a\0b")]
    [InlineData("\ud83d\ude00")]
    [InlineData("\uFFFD")]
    public async Task Any_other_text_is_a_state(string text)
    {
        await CreateFixtureAsync();

        await Store.Projector(Name, () => "").FromStream(Fixture).When<UserCreated>((_, _) => text).RunAsync();

        Assert.Equal(text, await Manager.FetchStateAsync<string>(Name));
        Assert.Equal(text, await Store.Projector(Name, () => "").FromStream(Fixture).When<UserCreated>((state, _) => state).RunAsync());
    }

    private async Task RefusesAsync<TState>(TState first, Func<TState, int, TState> handle, string path = "$")
    {
        string name = $"{Name}-{typeof(TState).Name}";
        string stream = $"{Fixture}-{name}";
        await CreateFixtureAsync(stream);
        int handled = 0;
        Projector<TState> projector = Store.Projector(name, () => first, new ProjectionOptions { BlockSize = 1 })
            .FromStream(stream)
            .When<UserCreated>((state, _) => state)
            .When<UsernameChanged>((state, _) => handle(state, handled++));

        var exception = await Assert.ThrowsAsync<ProjectionStateException>(() => projector.RunAsync());

        Assert.Equal((name, typeof(TState)), (exception.ProjectionName, exception.StateType));
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (handled, (await Manager.FetchAsync(name)).Positions.Count));
        Assert.Equivalent(first, projector.State);
        Assert.Equivalent(first, await Manager.FetchStateAsync<TState>(name));
    }
}
