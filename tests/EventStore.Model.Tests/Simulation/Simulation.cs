using EventStore.Conformance.Domain;

namespace EventStore.Model.Tests.Simulation;

/// <summary>
/// One seed: two processes for each projection, writers, and somebody who stops, resets, deletes and resumes them and
/// deletes streams, while processes crash and freeze and time passes.
/// </summary>
internal sealed class Simulation
{
    private const int Steps = 300;

    private static readonly string[] Streams = ["a-1", "a-2", "a-3"];

    private readonly World _world;
    private readonly List<SimulatedProcess> _processes = [];
    private readonly Dictionary<SimulatedProcess, SimulatedProjection?> _work = [];
    private readonly Dictionary<SimulatedProcess, Task> _runs = [];
    private readonly List<SimulatedProjection> _projections = [];
    private readonly FinalCheck _check;
    private readonly List<string> _unexpected = [];
    private int _started;
    private long _number;

    private Simulation(World world)
    {
        _world = world;
        foreach (ProjectionKind kind in Enum.GetValues<ProjectionKind>())
        {
            _projections.Add(new SimulatedProjection(world, kind, Options(kind)));
        }

        _check = new FinalCheck(world.Observer, _projections);
    }

    /// <summary>Runs a seed.</summary>
    /// <returns>What is wrong: against the fence, and in what has come of it.</returns>
    public static async Task<SimulationResult> RunAsync(int seed, Breach breach = Breach.None)
    {
        var simulation = new Simulation(new World(seed, breach));
        await simulation.RunAsync();
        World world = simulation._world;
        return new SimulationResult(seed, world.Ledger, [.. simulation._unexpected, .. simulation._check.Violations], world.Hash, world.History);
    }

    private async Task RunAsync()
    {
        await _world.Observer.InstallAsync();
        foreach (string stream in Streams)
        {
            await _world.Observer.CreateStreamAsync(stream);
        }

        foreach (SimulatedProjection projection in _projections)
        {
            Start(projection);
            Start(projection);
        }

        Start(null);
        Start(null);
        for (int i = 0; i < Steps; i++)
        {
            await DisturbAsync();
            _world.Go();
        }

        _world.End();
        await WithTimeAsync(Task.WhenAll(_processes.Select(process => _runs[process])));
        await FinishAsync(_check.WithParked);
        _world.IsBroken = false;
        foreach (SimulatedProjection projection in _projections)
        {
            await _world.Observer.Projections.ResumeAsync(projection.Name);
        }

        await FinishAsync(_check.Whole);
    }

    private async Task DisturbAsync()
    {
        switch (_world.Random.Next(100))
        {
            case < 3:
                _world.Pass(TimeSpan.FromSeconds(_world.Random.Next(1, 8)));
                break;
            case < 5:
                SimulatedProcess dead = Any(_processes);
                _world.Crash(dead);
                _processes.Remove(dead);
                Start(_work[dead]);
                break;
            case < 8:
                SimulatedProcess frozen = Any(_processes);
                frozen.FrozenUntil = _world.Step + _world.Random.Next(20, 150);
                _world.Note($"{frozen.Name} freezes until {frozen.FrozenUntil}");
                _world.Pass(_world.Chance(50) ? World.Lease + TimeSpan.FromSeconds(1) : TimeSpan.Zero);
                break;
            case < 10:
                await AdministerAsync(Any(_projections).Name);
                break;
            default:
                break;
        }
    }

    private async Task AdministerAsync(string name)
    {
        IProjectionManager manager = _world.Observer.Projections;
        int what = _world.Random.Next(8);
        _world.Note($"administration {what} of {name}");
        if (what < 6 && !await manager.ProjectionExistsAsync(name))
        {
            return;
        }

        switch (what)
        {
            case 0:
                await manager.StopAsync(name);
                break;
            case 1 or 2:
                await manager.ResetAsync(name);
                break;
            case 3:
                await manager.DeleteAsync(name, deleteEmittedEvents: true);
                break;
            case 4 or 5:
                await manager.ResumeAsync(name);
                break;
            default:
                string stream = Any(Streams);
                await _check.BuryAsync(stream);
                await _world.Observer.DeleteStreamAsync(stream);
                await _world.Observer.CreateStreamAsync(stream);
                break;
        }
    }

    /// <summary>Runs every projection to its end, and looks at what came of it.</summary>
    private async Task FinishAsync(Func<Task> check)
    {
        foreach (SimulatedProjection projection in _projections)
        {
            _world.Clock.Advance(World.Lease * 2);
            var process = new SimulatedProcess(_world, $"last of {projection.Name}");
            IEventStore store = _world.StoreOf(process);

            // What was asked of it before may end a run at once.
            for (int run = 0; run < 3; run++)
            {
                await WithTimeAsync(TryAsync(() => projection.RunAsync(process, store)));
            }
        }

        await check();
    }

    /// <summary>Lets time pass until a task has ended.</summary>
    private async Task WithTimeAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await task;
    }

    private void Start(SimulatedProjection? projection)
    {
        var process = new SimulatedProcess(_world, $"{projection?.Name ?? "writer"} {++_started}");
        _processes.Add(process);
        _work[process] = projection;
        _runs[process] = projection is null ? WriteAsync(process) : FollowAsync(process, projection);
    }

    private async Task FollowAsync(SimulatedProcess process, SimulatedProjection projection)
    {
        IEventStore store = _world.StoreOf(process);
        while (!_world.IsEnding)
        {
            await process.PassAsync("begin");
            await TryAsync(() => projection.RunAsync(process, store));
            process.FrozenUntil = _world.Step + _world.Random.Next(30);
        }
    }

    private async Task TryAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception exception) when (exception is SimulatedFailure or ProjectionAlreadyRunningException or ProjectionLeaseLostException or HandlerTimeoutException)
        {
            _world.Note(exception.GetType().Name);
        }
        catch (Exception exception)
        {
            _unexpected.Add($"A run ended with {exception.GetType().Name}: {exception.Message}");
        }
    }

    private async Task WriteAsync(SimulatedProcess process)
    {
        IEventStore store = _world.StoreOf(process);
        var versions = new Dictionary<string, (Guid Id, long Version)>();
        while (!_world.IsEnding)
        {
            string stream = Any(Streams);
            (Guid id, long version) = versions.GetValueOrDefault(stream, (Guid.CreateVersion7(), 0));
            DomainEvent[] events =
            [
                .. Enumerable.Range(1, _world.Random.Next(1, 4)).Select(_ => Create(_world.Chance(20) ? new NothingNoted() : new IntegerNoted(++_number)))
                    .Select((e, i) => e.WithVersion(version + i + 1)),
            ];
            try
            {
                await store.AppendToAsync(stream, events);
                versions[stream] = (id, version + events.Length);
            }
            catch (Exception exception) when (exception is StreamNotFoundException or ConcurrencyException)
            {
                // The stream was deleted, and is another one now.
                versions.Remove(stream);
            }

            DomainEvent Create(object payload) => DomainEvent.Create(Users.Catalog, payload, id).WithAggregateType("user");
        }
    }

    private ProjectionOptions Options(ProjectionKind kind) => new()
    {
        BlockSize = Any(1, 2, 5, 100),
        PageSize = Any(1, 3, 50),
        Lease = World.Lease,
        RenewalThreshold = TimeSpan.FromSeconds(3),
        Retries = _world.Random.Next(3),
        RetryDelay = TimeSpan.FromSeconds(1),
        HandlerTimeout = kind == ProjectionKind.Emitting && _world.Chance(50) ? TimeSpan.FromSeconds(5) : null,
        PoisonPolicy = kind switch
        {
            ProjectionKind.Plain => PoisonPolicy.Stop,
            ProjectionKind.Emitting => PoisonPolicy.Park,
            ProjectionKind.Fold => Any(PoisonPolicy.Stop, PoisonPolicy.Retry, PoisonPolicy.Park),
            ProjectionKind.Rows => Any(PoisonPolicy.Retry, PoisonPolicy.Park),
            _ => Any(PoisonPolicy.Stop, PoisonPolicy.Park),
        },
    };

    private T Any<T>(params IReadOnlyList<T> values) => values[_world.Random.Next(values.Count)];
}
