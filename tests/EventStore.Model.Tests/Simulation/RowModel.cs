using EventStore.Providers;

namespace EventStore.Model.Tests.Simulation;

/// <summary>Rows that a read model keeps, a position each; the rows outlive the processes.</summary>
internal sealed class RowTable
{
    public bool Exists { get; set; }

    public List<long> Rows { get; } = [];
}

/// <summary>A read model as one process has it. Its rows travel through the stack.</summary>
internal class RowModel(RowTable table, SimulatedProcess process) : ReadModel
{
    public SimulatedProcess Process => process;

    public void Add(long position) => Stack(async _ =>
    {
        await process.PassAsync("row");
        Write(() => table.Rows.Add(position));
    });

    public override Task InitAsync(CancellationToken cancellationToken) => Written(() => table.Exists = true);

    public override Task<bool> IsInitializedAsync(CancellationToken cancellationToken) => Task.FromResult(table.Exists);

    public override Task ResetAsync(CancellationToken cancellationToken) => Written(table.Rows.Clear);

    public override Task DeleteAsync(CancellationToken cancellationToken) => Written(() =>
    {
        table.Rows.Clear();
        table.Exists = false;
    });

    protected virtual void Write(Action write) => write();

    private Task Written(Action write)
    {
        Write(write);
        return Task.CompletedTask;
    }
}

/// <summary>The same, within the transaction of the checkpoint.</summary>
internal sealed class TransactionalRowModel(RowTable table, SimulatedProcess process) : RowModel(table, process), ITransactionalReadModel
{
    private SimulatedTransaction? _transaction;

    public void Enlist(ICheckpointTransaction? transaction) => _transaction = (SimulatedTransaction?)transaction;

    protected override void Write(Action write) => (_transaction ?? throw new InvalidOperationException("It is in no transaction.")).Write(write);
}
