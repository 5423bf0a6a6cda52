namespace EventStore.Generators.Fixture;

[Event("added")]
public sealed record Added(int By);

[Event("reset")]
public sealed record CounterReset;

[Event("started-anew")]
public sealed record StartedAnew;

[Event("recorded-in-handler")]
public sealed record RecordedInHandler;

[Aggregate("counter")]
public sealed partial record Counter
{
    private static readonly Counter Zero = new();

    public int N { get; init; }

    public static Counter Shared => Zero;

    public static Counter Start(Guid id, TimeProvider? timeProvider = null) => New(id, timeProvider).Add(0);

    public Counter Add(int by) => RecordThat(new Added(by));

    public Counter Reset() => RecordThat(new CounterReset());

    public Counter StartAnew() => RecordThat(new StartedAnew());

    public Counter RecordInHandler() => RecordThat(new RecordedInHandler());

    private Counter When(Added e) => e.By < 0 ? throw new ArgumentOutOfRangeException(nameof(e)) : this with { N = N + e.By };

    private Counter WhenCounterReset(CounterReset e) => Zero;

    private Counter When(StartedAnew e, EventMetadata metadata) => new() { N = metadata.Count };

    private Counter When(RecordedInHandler e) => Careless.Add(this);
}
