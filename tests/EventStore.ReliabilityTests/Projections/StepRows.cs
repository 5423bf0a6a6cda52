namespace EventStore.ReliabilityTests;

/// <summary>A row for each event that was handled: one that is handled twice stands there twice.</summary>
internal sealed class StepRows(ReadModelTable table, Action<string>? reached, Func<Task> waits) : PostgresReadModel(table)
{
    public override Task InitAsync(CancellationToken cancellationToken) =>
        Client.ExecuteAsync($"create table {Table} (step bigint not null)", cancellationToken: cancellationToken);

    public void Add(long step) => Insert(new() { ["step"] = step });

    public override async Task PersistAsync(CancellationToken cancellationToken)
    {
        reached?.Invoke("before rows");
        await waits();
        await base.PersistAsync(cancellationToken);
    }
}
