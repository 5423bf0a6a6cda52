using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Projections;

/// <summary>States that would not be the same when they are read back.</summary>
public abstract class StateContract(TestStorage storage) : ProjectionContract(storage)
{
    private const string Numbers = "noted";

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
    [InlineData("""
        "\ud83d"
        """, "$.Raw")]
    [InlineData("""{"a":["fine","x\ude00"]}""", "$.Raw.a[1]")]
    [InlineData("""{"\ud83d":1}""", "$.Raw")]
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

    [Theory, Proves("P-52", "P-43")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task An_event_behind_which_the_state_cannot_be_written_is_parked(int blockSize)
    {
        await CreateNumbersAsync();
        string third = "\ud83d";
        Projector<string> projector = Noting(PoisonPolicy.Park, blockSize, () => third);

        Assert.Equal("1245", await projector.RunAsync());
        ParkedEvent parked = Assert.Single(await Manager.FetchParkedEventsAsync(Name));
        Assert.Equal(2, parked.Attempts);
        Assert.Contains("ProjectionStateException", parked.Error, StringComparison.Ordinal);

        await Manager.ResumeAsync(Name);
        Assert.Equal("1245", await projector.RunAsync());
        Assert.Equal(3, Assert.Single(await Manager.FetchParkedEventsAsync(Name)).Attempts);

        third = "3";
        await Manager.ResumeAsync(Name);
        Assert.Equal("12453", await projector.RunAsync());
        Assert.Equal("12453", await Manager.FetchStateAsync<string>(Name));
        Assert.Empty(await Manager.FetchParkedEventsAsync(Name));
    }

    [Theory, Proves("P-52", "P-43", "P-49")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task An_event_behind_which_a_generated_projection_cannot_be_written_is_parked(int blockSize)
    {
        await CreateStreamAsync(Numbers, Enumerable.Range(1, 5).Select(number => Make.Event(new UsernameChanged($"{number}"))));
        Projector<NameFold> projector = Store.Projector<NameFold>(Options(PoisonPolicy.Park, blockSize)).FromStream(Numbers);
        NameFold.Handling.Value = name =>
        {
            if (name == "3")
            {
                projector.State.Names[^1] = "\ud83d";
            }

            return Task.CompletedTask;
        };

        Assert.Equal(["1", "2", "4", "5"], (await projector.RunAsync()).Names);
        Assert.Contains("ProjectionStateException", Assert.Single(await Manager.FetchParkedEventsAsync("name-fold")).Error, StringComparison.Ordinal);
    }

    [Theory, Proves("P-52", "P-43")]
    [InlineData(PoisonPolicy.Stop, 1, "12", 1)]
    [InlineData(PoisonPolicy.Stop, 100, "", 1)]
    [InlineData(PoisonPolicy.Retry, 1, "12", 2)]
    [InlineData(PoisonPolicy.Retry, 100, "12", 3)]
    public async Task An_event_behind_which_the_state_cannot_be_written_is_not_passed(PoisonPolicy policy, int blockSize, string left, int tries)
    {
        await CreateNumbersAsync();
        int handled = 0;
        string third = "\ud83d";
        Projector<string> projector = Noting(policy, blockSize, () =>
        {
            handled++;
            return third;
        });

        await Assert.ThrowsAsync<ProjectionStateException>(() => projector.RunAsync());

        Assert.Equal((left, tries), (projector.State, handled));
        third = "3";
        Assert.Equal("12345", await projector.RunAsync());
    }

    [Fact, Proves("P-52", "P-17")]
    public async Task A_run_that_is_cancelled_when_its_state_cannot_be_written_tells_that_it_is_cancelled()
    {
        await CreateNumbersAsync();
        using var cancellation = new CancellationTokenSource();
        string third = "\ud83d";
        Projector<string> projector = Noting(PoisonPolicy.Stop, 2, () =>
        {
            cancellation.Cancel();
            return third;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => projector.RunAsync(true, cancellation.Token));

        Assert.Equal(("12", ProjectionStatus.Idle), (projector.State, await Manager.FetchStatusAsync(Name)));
        Assert.Equal("12", await Manager.FetchStateAsync<string>(Name));
    }

    [Theory, Proves("P-52")]
    [InlineData("""{"a":"\ud83d\ude00"}""")]
    [InlineData("""{"\u0061":"\u0000"}""")]
    [InlineData("""{"a":"\\ud83d"}""")]
    public async Task Whole_escapes_of_a_converter_are_a_state(string raw)
    {
        await CreateFixtureAsync();

        await Store.Projector(Name, () => new RawState("0")).FromStream(Fixture).When<UserCreated>((_, _) => new RawState(raw)).RunAsync();

        Assert.Equal(raw, (await Manager.FetchStateAsync<RawState>(Name)).Raw);
    }

    private static ProjectionOptions Options(PoisonPolicy policy, int blockSize) =>
        new() { PoisonPolicy = policy, BlockSize = blockSize, Retries = 1, RetryDelay = TimeSpan.Zero };

    private Task<IReadOnlyList<long>> CreateNumbersAsync() => CreateStreamAsync(Numbers, Enumerable.Range(1, 5).Select(number => Make.Event(new IntegerNoted(number))));

    /// <summary>Puts numbers one behind the other, and what a test wants in place of the third.</summary>
    private Projector<string> Noting(PoisonPolicy policy, int blockSize, Func<string> third) => Store.Projector(Name, () => "", Options(policy, blockSize))
        .FromStream(Numbers)
        .When<IntegerNoted>((text, e) => text + (e.Payload.Value == 3 ? third() : $"{e.Payload.Value}"));

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
