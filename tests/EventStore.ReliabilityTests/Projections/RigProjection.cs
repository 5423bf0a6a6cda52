using System.Globalization;
using EventStore.Postgres;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>
/// A projection whose state is the list of the steps that it has handled, and which writes each of them once more: into
/// a table, or into the stream of its own name and a stream of links.
/// </summary>
internal sealed class RigProjection(ProjectionKind kind, string name, string schema)
{
    public ProjectionKind Kind => kind;

    public string Name => name;

    public string LinkStream => $"links_{name}";

    public ReadModelTable Table { get; } = new($"rows_{name}", schema);

    /// <summary>Called around each handler.</summary>
    public Action<string>? Reached { get; init; }

    /// <summary>What a handler waits for.</summary>
    public Func<long, Task> Waits { get; init; } = _ => Task.CompletedTask;

    /// <summary>What a read model waits for, within the transaction of each checkpoint, before it writes its rows.</summary>
    public Func<Task> WaitsInTransaction { get; init; } = () => Task.CompletedTask;

    public Task<string> RunAsync(IEventStore store, string stream, ProjectionOptions options, bool keepRunning = false) => kind switch
    {
        ProjectionKind.ReadModel => store.ReadModelProjector(name, new StepRows(Table, Reached, WaitsInTransaction), () => "", options).FromStream(stream)
            .When<StepTaken>((state, e, context) =>
            {
                context.ReadModel.Add(e.Payload.Step);
                return HandleAsync(state, e);
            }).RunAsync(keepRunning),
        ProjectionKind.Emitting => store.Projector(name, () => "", options).FromStream(stream)
            .When<StepTaken>((state, e, context) =>
            {
                context.Emit(new StepTaken(0, e.Payload.Step));
                context.LinkTo(LinkStream, e.Untyped);
                return HandleAsync(state, e);
            }).RunAsync(keepRunning),
        _ => store.Projector(name, () => "", options).FromStream(stream).When<StepTaken>(HandleAsync).RunAsync(keepRunning),
    };

    /// <summary>The same as soon as nobody holds the lease any more.</summary>
    public async Task<string> TakeOverAsync(IEventStore store, string stream, ProjectionOptions options)
    {
        while (true)
        {
            try
            {
                return await RunAsync(store, stream, options);
            }
            catch (ProjectionAlreadyRunningException)
            {
                await Task.Delay(20);
            }
        }
    }

    public static string Steps(IEnumerable<long> steps) => string.Concat(steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step},")));

    /// <summary>The state that is stored and the rows that there are, of one moment; null if there is no table.</summary>
    public async Task<(string State, string Rows)?> LookAsync(NpgsqlDataSource source)
    {
        await using NpgsqlCommand exists = source.CreateCommand("select to_regclass($1) is not null");
        exists.Parameters.Add(new NpgsqlParameter { Value = Table.ToString() });
        if (!(bool)(await exists.ExecuteScalarAsync())!)
        {
            return null;
        }

        await using NpgsqlCommand look = source.CreateCommand($"""
            select coalesce((select state #>> '{"{}"}' from {new StoreSchema(schema).Projections} where name = $1), ''),
              coalesce((select string_agg(step || ',', '' order by step) from {Table}), '')
            """);
        look.Parameters.Add(new NpgsqlParameter { Value = name });
        await using NpgsqlDataReader reader = await look.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetString(0), reader.GetString(1));
    }

    /// <summary>What is written beside the state, in its order: of each event exactly one.</summary>
    public async Task<IReadOnlyList<string>> ReadOutputAsync(IEventStore store, NpgsqlDataSource source) => kind switch
    {
        ProjectionKind.ReadModel => [(await LookAsync(source) ?? throw new InvalidOperationException("There is no table.")).Rows],
        ProjectionKind.Emitting => [await LoadAsync(store, name), await LoadAsync(store, LinkStream)],
        _ => [],
    };

    private static async Task<string> LoadAsync(IEventStore store, string stream)
    {
        var steps = new List<long>();
        await foreach (DomainEvent e in store.LoadAsync(stream))
        {
            steps.Add(((StepTaken)e.Payload).Step);
        }

        return Steps(steps);
    }

    private async Task<string> HandleAsync(string state, DomainEvent<StepTaken> e)
    {
        Reached?.Invoke("before handler");
        await Waits(e.Payload.Step);
        Reached?.Invoke("handler");
        return state + Steps([e.Payload.Step]);
    }
}
