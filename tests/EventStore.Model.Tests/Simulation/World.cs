using EventStore.Conformance.Domain;
using EventStore.InMemory;
using EventStore.Providers;
using Microsoft.Extensions.Time.Testing;

namespace EventStore.Model.Tests.Simulation;

/// <summary>
/// A store in memory, a clock, and processes of which one at a time goes on to its next gate, on one thread: the seed
/// says which. Everything that happens follows from the seed.
/// </summary>
internal sealed class World
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private readonly InMemoryStorage _storage = new();
    private readonly List<(SimulatedProcess Process, string Gate, TaskCompletionSource Source)> _waiting = [];
    private readonly List<string> _history = [];

    public World(int seed, Breach breach = Breach.None)
    {
        Random = new Random(seed);
        Breach = breach;
        Observer = Build(context => new InMemoryEventLog(_storage, context.TimeProvider));
    }

    public Random Random { get; }

    public Breach Breach { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public Ledger Ledger { get; } = new();

    /// <summary>Sees everything, and waits for nobody.</summary>
    public IEventStore Observer { get; }

    /// <summary>Whether bad events fail.</summary>
    public bool IsBroken { get; set; } = true;

    /// <summary>Whether processes end instead of beginning again, and nobody waits any more.</summary>
    public bool IsEnding { get; private set; }

    public int Step { get; private set; }

    /// <summary>What has happened, in a number: the same for the same seed.</summary>
    public ulong Hash { get; private set; } = 14695981039346656037;

    public IReadOnlyList<string> History => _history;

    public bool Chance(int percent) => !IsEnding && Random.Next(100) < percent;

    /// <summary>The store as a process has it.</summary>
    public IEventStore StoreOf(SimulatedProcess process) => Build(context =>
    {
        var log = new InMemoryEventLog(_storage, context.TimeProvider);
        IProjectionStore fenced = Breach == Breach.None ? log.Projections : new BrokenFence(log.Projections, this);
        return new GatedLog(log, process, new GatedProjections(fenced, process, Ledger));
    });

    public Task WaitAsync(SimulatedProcess process, string gate)
    {
        if (IsEnding)
        {
            return Task.CompletedTask;
        }

        var source = new TaskCompletionSource();
        _waiting.Add((process, gate, source));
        return source.Task;
    }

    /// <summary>Lets one process go on to its next gate; where none can, time passes.</summary>
    public void Go()
    {
        Step++;
        int[] ready = [.. Enumerable.Range(0, _waiting.Count).Where(i => _waiting[i].Process.FrozenUntil <= Step)];
        if (ready.Length == 0)
        {
            Pass(TimeSpan.FromSeconds(1));
            return;
        }

        int chosen = ready[Random.Next(ready.Length)];
        (SimulatedProcess process, string gate, TaskCompletionSource source) = _waiting[chosen];
        _waiting.RemoveAt(chosen);
        Note($"{process.Name}: {gate}");
        source.SetResult();
    }

    public void Pass(TimeSpan time)
    {
        Note($"{time.TotalSeconds} s");
        Clock.Advance(time);
    }

    /// <summary>Ends a process where it is: what it was about to do is never done.</summary>
    public void Crash(SimulatedProcess process)
    {
        Note($"{process.Name} crashes");
        process.IsDead = true;
        _waiting.RemoveAll(waiting => waiting.Process == process);
    }

    /// <summary>Lets everybody come to an end.</summary>
    public void End()
    {
        Note("the end");
        IsEnding = true;
        while (_waiting.Count > 0)
        {
            TaskCompletionSource source = _waiting[0].Source;
            _waiting.RemoveAt(0);
            source.SetResult();
        }
    }

    public void Note(string what)
    {
        _history.Add(what);
        foreach (char character in what)
        {
            Hash = (Hash ^ character) * 1099511628211;
        }
    }

    private IEventStore Build(Func<EventLogContext, IEventLog> provider) => new EventStoreBuilder()
        .UseEventLog(provider)
        .WithTimeProvider(Clock)
        .AddEvents(Users.Catalog)
        .Build();
}
