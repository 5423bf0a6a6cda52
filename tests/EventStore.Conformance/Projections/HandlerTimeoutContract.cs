using EventStore.Conformance.Domain;
using Microsoft.Extensions.Time.Testing;

namespace EventStore.Conformance.Projections;

/// <summary>Handlers that do not come back in time, and go on when their block is handled again.</summary>
public abstract class HandlerTimeoutContract(TestStorage storage) : ProjectionContract(storage)
{
    private const string Numbers = "noted";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly TaskCompletionSource _released = new();
    private readonly TaskCompletionSource<Exception?> _late = new();
    private int _calls;

    [Theory, Proves("P-51")]
    [InlineData(PoisonPolicy.Retry, 1, false)]
    [InlineData(PoisonPolicy.Retry, 3, true)]
    [InlineData(PoisonPolicy.Park, 1, true)]
    [InlineData(PoisonPolicy.Park, 3, false)]
    public async Task What_a_handler_stacks_that_was_left_behind_does_not_count(PoisonPolicy policy, int releasedAt, bool isOnAnotherThread)
    {
        IEventStore store = await CreateNumbersAsync();
        var model = new NumberModel();
        model.Handling = (number, _) => HandleAsync(number, releasedAt, () => Try(() => model.Insert(2), isOnAnotherThread));

        await RunAsync(store.ReadModelProjector(model, Options(policy)).FromStream(Numbers).RunAsync());

        Assert.Equal([1, 2, 3, 4, 5], model.Numbers);
        Assert.Contains("HandlerTimeout", Assert.IsType<InvalidOperationException>(await _late.Task).Message, StringComparison.Ordinal);
    }

    [Fact, Proves("P-51")]
    public async Task An_event_that_was_parked_for_its_time_stays_parked_when_its_handler_comes_back()
    {
        IEventStore store = await CreateNumbersAsync();
        var model = new NumberModel();
        model.Handling = (number, _) => HandleAsync(number, releasedAt: 3, () => Try(() => model.Insert(2), isOnAnotherThread: false));
        ReadModelProjector<NumberModel, NumberModel> projector = store.ReadModelProjector(model, Options(PoisonPolicy.Park) with { Retries = 0 }).FromStream(Numbers);

        await RunAsync(projector.RunAsync());

        Assert.Equal([1, 3, 4, 5], model.Numbers);
        await Manager.ResumeAsync(projector.Name);
        await projector.RunAsync();
        Assert.Equal([1, 3, 4, 5, 2], model.Numbers);
    }

    [Fact, Proves("P-51")]
    public async Task What_a_handler_emits_links_or_stops_that_was_left_behind_does_not_count()
    {
        IEventStore store = await CreateNumbersAsync();
        Projector<NameList> projector = store.Projector(Name, () => new NameList(), Options(PoisonPolicy.Park) with { Retries = 0 }).FromStream(Numbers)
            .When<IntegerNoted>(async (list, e, context) =>
            {
                await HandleAsync(e.Payload.Value, releasedAt: 3, () =>
                {
                    list.Names.Add("late");
                    Assert.IsType<InvalidOperationException>(Try(() => context.Emit(new NothingNoted()), isOnAnotherThread: true));
                    Assert.IsType<InvalidOperationException>(Try(() => context.LinkTo("links", e.Untyped), isOnAnotherThread: false));
                    return Try(context.Stop, isOnAnotherThread: false);
                });
                list.Names.Add($"{e.Payload.Value}");
            });

        await RunAsync(projector.RunAsync());

        Assert.Equal(["1", "3", "4", "5"], projector.State.Names);
        Assert.IsType<InvalidOperationException>(await _late.Task);
        Assert.False(await Store.HasStreamAsync(Name));
        Assert.False(await Store.HasStreamAsync("links"));
    }

    [Fact, Proves("P-51")]
    public async Task A_stop_of_a_read_model_by_a_handler_that_was_left_behind_does_not_count()
    {
        IEventStore store = await CreateNumbersAsync();
        var model = new NumberModel();
        model.Handling = (number, context) => HandleAsync(number, releasedAt: 1, () => Try(context.Stop, isOnAnotherThread: false));

        await RunAsync(store.ReadModelProjector(model, Options(PoisonPolicy.Retry)).FromStream(Numbers).RunAsync());

        Assert.Equal([1, 2, 3, 4, 5], model.Numbers);
        Assert.IsType<InvalidOperationException>(await _late.Task);
    }

    [Fact, Proves("P-51")]
    public async Task A_run_that_such_a_handler_begins_is_one_of_its_own()
    {
        IEventStore store = await CreateNumbersAsync();
        var model = new NumberModel();
        var other = new NumberModel();
        model.Handling = (number, _) => HandleAsync(number, releasedAt: 3, () => null, async () =>
            await store.ReadModelProjector("other", other).FromStream(Numbers).When<IntegerNoted>((numbers, e) => numbers.Insert(e.Payload.Value)).RunAsync());

        await RunAsync(store.ReadModelProjector(model, Options(PoisonPolicy.Retry)).FromStream(Numbers).RunAsync());

        Assert.Null(await _late.Task);
        Assert.Equal([1, 2, 3, 4, 5], model.Numbers);
        Assert.Equal([1, 2, 3, 4, 5], other.Numbers);
    }

    private static ProjectionOptions Options(PoisonPolicy policy) =>
        new() { PoisonPolicy = policy, BlockSize = 5, Retries = 2, RetryDelay = TimeSpan.Zero, HandlerTimeout = Patience };

    /// <summary>Does something as a handler that goes on, here or on a thread of its own, and gives what it got for it.</summary>
    private static Exception? Try(Action action, bool isOnAnotherThread)
    {
        if (!isOnAnotherThread)
        {
            return Record.Exception(action);
        }

        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(action));
        thread.Start();
        thread.Join();
        return thrown;
    }

    private async Task<IEventStore> CreateNumbersAsync()
    {
        await CreateStreamAsync(Numbers, Enumerable.Range(1, 5).Select(number => Make.Event(new IntegerNoted(number))));
        return CreateStore(builder => builder.WithTimeProvider(_clock));
    }

    /// <summary>The second event is waited for in vain at its first try. Its handler goes on when a later call comes to an event, before that is handled.</summary>
    private async Task HandleAsync(long number, long releasedAt, Func<Exception?> goOn, Func<Task>? goOnLater = null)
    {
        if (++_calls == 2)
        {
            await _released.Task.ConfigureAwait(false);
            try
            {
                Exception? thrown = goOn();
                await (goOnLater?.Invoke() ?? Task.CompletedTask).ConfigureAwait(false);
                _late.SetResult(thrown);
            }
            catch (Exception exception)
            {
                _late.SetException(exception);
            }
        }
        else if (_calls > 2 && number == releasedAt)
        {
            _released.TrySetResult();
        }
    }

    /// <summary>Lets time go by until the run has ended. Every call of a handler but one is over at once.</summary>
    private async Task RunAsync(Task run)
    {
        await UntilAsync(() =>
        {
            _clock.Advance(Patience);
            return run.IsCompleted;
        });
        await run;
    }
}
