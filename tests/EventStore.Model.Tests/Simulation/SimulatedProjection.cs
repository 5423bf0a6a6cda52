using System.Globalization;
using EventStore.Conformance.Domain;

namespace EventStore.Model.Tests.Simulation;

/// <summary>What a projection of the simulation is.</summary>
internal enum ProjectionKind
{
    Plain,

    /// <summary>Its handler looks at payloads alone.</summary>
    Fold,
    Emitting,

    /// <summary>A read model within the checkpoint's transaction.</summary>
    Rows,

    /// <summary>A read model elsewhere.</summary>
    RowsElsewhere,
}

/// <summary>
/// A projection whose state is the list of the positions that it has handled, with what it has written: it outlives the
/// processes that run it.
/// </summary>
internal sealed class SimulatedProjection(World world, ProjectionKind kind, ProjectionOptions options)
{
    public const string Links = "links";

    /// <summary>Every so many events is a bad one.</summary>
    private const int BadEvery = 11;

    public string Name => $"test_{kind}";

    public ProjectionKind Kind => kind;

    public RowTable Table { get; } = new();

    public bool Parks => options.PoisonPolicy == PoisonPolicy.Park;

    public static IReadOnlyList<long> Positions(string state) =>
        [.. state.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(position => long.Parse(position, CultureInfo.InvariantCulture))];

    public override string ToString() => $"{Name} ({options.PoisonPolicy}, blocks of {options.BlockSize}, pages of {options.PageSize})";

    /// <summary>Runs it to the head of now, in a process.</summary>
    public Task RunAsync(SimulatedProcess process, IEventStore store) => kind switch
    {
        ProjectionKind.Plain => store.Projector(Name, () => "", options).FromCategory("a")
            .When<IntegerNoted>((state, e, context) => HandleAsync(process, state, e, context.Stop)).RunAsync(),
        ProjectionKind.Fold => FoldAsync(process, store),
        ProjectionKind.Emitting => store.Projector(Name, () => "", options).FromStreams("a-1", "a-2")
            .When<IntegerNoted>((state, e, context) =>
            {
                context.Emit(new IntegerNoted(e.Position));
                context.LinkTo(Links, e.Untyped);
                return HandleAsync(process, state, e, context.Stop);
            }).RunAsync(),
        ProjectionKind.Rows => Run(store, new TransactionalRowModel(Table, process)),
        _ => Run(store, new RowModel(Table, process)),
    };

    private Task<string> Run(IEventStore store, RowModel model)
    {
        SimulatedProcess process = model.Process;
        return store.ReadModelProjector(Name, model, () => "", options).FromCategory("a")
            .When<IntegerNoted>((state, e, context) =>
            {
                context.ReadModel.Add(e.Position);
                return HandleAsync(process, state, e, context.Stop);
            }).RunAsync();
    }

    private Task<IntegerFold> FoldAsync(SimulatedProcess process, IEventStore store)
    {
        IntegerFold.Handling.Value = async value =>
        {
            await BeginAsync(process, value);
            await process.PassAsync("has handled");
        };
        return store.Projector<IntegerFold>(options).FromCategory("a").RunAsync();
    }

    private async Task BeginAsync(SimulatedProcess process, long value)
    {
        await process.PassAsync("handle");
        if ((world.IsBroken && value % BadEvery == 0) || world.Chance(2))
        {
            throw new SimulatedFailure();
        }
    }

    private async Task<string> HandleAsync(SimulatedProcess process, string state, DomainEvent<IntegerNoted> e, Action stop)
    {
        await BeginAsync(process, e.Payload.Value);
        if (world.Chance(1))
        {
            stop();
        }

        await process.PassAsync("has handled");
        return string.Create(CultureInfo.InvariantCulture, $"{state},{e.Position}");
    }
}
