using EventStore.Postgres;
using EventStore.Providers;

namespace EventStore;

/// <summary>
/// A read model in the database of the store: its rows are committed with the checkpoint of its projection. Derive from
/// it, make the tables in <see cref="ReadModel.InitAsync"/>, and let the handlers call <see cref="Insert(ColumnValues)"/>
/// and the like, which travel together when the block is stored. Not thread-safe.
/// </summary>
public abstract class PostgresReadModel : ReadModel, ITransactionalReadModel
{
    private readonly List<(RowOperation? Row, Func<CancellationToken, Task>? Own)> _stack = [];
    private readonly RowOperations _operations = new();
    private readonly RowFolding _folding = new();
    private ReadModelClient? _client;

    /// <summary>Makes the read model.</summary>
    /// <param name="table">Its table, or the first of them: the one that tells whether it is initialised.</param>
    protected PostgresReadModel(ReadModelTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
    }

    /// <summary>Its table, or the first of them.</summary>
    public ReadModelTable Table { get; }

    /// <summary>Works on the transaction that the current call belongs to.</summary>
    /// <exception cref="InvalidOperationException">No call is under way: within a handler, stack the operation instead. Or the handler was left behind.</exception>
    protected ReadModelClient Client
    {
        get
        {
            // A handler that was left behind must not meet the transaction in which its block is stored in the end.
            using HandlerCall.Writing writing = Write();
            return _client
                ?? throw new InvalidOperationException($"The read model of table {Table} is in no transaction. Stack what is to be written: it is done when the block is stored.");
        }
    }

    /// <inheritdoc/>
    public virtual void Enlist(ICheckpointTransaction? transaction) => _client = transaction switch
    {
        null => null,
        PostgresCheckpointTransaction postgres => new ReadModelClient(postgres.Transaction),
        _ => throw new InvalidOperationException($"The read model of table {Table} lies in PostgreSQL, and its projection in another kind of storage. Run it on a store that UsePostgres has made for the same database."),
    };

    /// <summary>Tells whether <see cref="Table"/> exists.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public override Task<bool> IsInitializedAsync(CancellationToken cancellationToken) => Client.ExistsAsync(Table, cancellationToken);

    /// <summary>Empties <see cref="Table"/>. Override it if there are more tables.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public override Task ResetAsync(CancellationToken cancellationToken) => Client.ResetAsync(Table, cancellationToken);

    /// <summary>Drops <see cref="Table"/>. Override it if there are more tables.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public override Task DeleteAsync(CancellationToken cancellationToken) => Client.DropAsync(Table, cancellationToken);

    /// <summary>Adds an operation of one's own, on <see cref="Client"/>: it comes in its turn among the rows that are stacked.</summary>
    /// <param name="operation">The operation.</param>
    public override void Stack(Func<CancellationToken, Task> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        using HandlerCall.Writing writing = Write();
        _stack.Add((null, operation));
    }

    /// <inheritdoc/>
    public override async Task PersistAsync(CancellationToken cancellationToken)
    {
        (RowOperation? Row, Func<CancellationToken, Task>? Own)[] stack = [.. _stack];
        _stack.Clear();
        var rows = new List<RowOperation>();
        foreach ((RowOperation? row, Func<CancellationToken, Task>? own) in stack)
        {
            if (row is not null)
            {
                rows.Add(row);
                continue;
            }

            await SendAsync(rows, cancellationToken).ConfigureAwait(false);
            await own!(cancellationToken).ConfigureAwait(false);
        }

        await SendAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override void ClearStack() => _stack.Clear();

    /// <summary>Stacks a new row of <see cref="Table"/>.</summary>
    /// <param name="values">The columns that are set, at least one.</param>
    /// <exception cref="ArgumentException">No column is named.</exception>
    protected void Insert(ColumnValues values) => Insert(Table, values);

    /// <summary>Stacks a new row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">The columns that are set, at least one.</param>
    /// <exception cref="ArgumentException">No column is named.</exception>
    protected void Insert(ReadModelTable table, ColumnValues values)
    {
        using HandlerCall.Writing writing = Write();
        _stack.Add((_operations.Insert(table, values), null));
    }

    /// <summary>Stacks a change of rows of <see cref="Table"/>.</summary>
    /// <param name="identifiers">The columns that tell which rows, at least one.</param>
    /// <param name="values">The columns that are set, at least one.</param>
    /// <exception cref="ArgumentException">No column is named.</exception>
    protected void Update(ColumnValues identifiers, ColumnValues values) => Update(Table, identifiers, values);

    /// <summary>Stacks a change of rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="identifiers">The columns that tell which rows, at least one.</param>
    /// <param name="values">The columns that are set, at least one.</param>
    /// <exception cref="ArgumentException">No column is named.</exception>
    protected void Update(ReadModelTable table, ColumnValues identifiers, ColumnValues values)
    {
        using HandlerCall.Writing writing = Write();
        _stack.Add((_operations.Update(table, identifiers, values), null));
    }

    /// <summary>Stacks a row of <see cref="Table"/> that is added, or changed if it is there.</summary>
    /// <param name="identifiers">The columns of a unique index, at least one.</param>
    /// <param name="values">The other columns that are set, at least one.</param>
    /// <exception cref="ArgumentException">No column is named, or one among both.</exception>
    protected void Upsert(ColumnValues identifiers, ColumnValues values) => Upsert(Table, identifiers, values);

    /// <summary>Stacks a row that is added, or changed if it is there.</summary>
    /// <param name="table">The table.</param>
    /// <param name="identifiers">The columns of a unique index, at least one.</param>
    /// <param name="values">The other columns that are set, at least one.</param>
    /// <exception cref="ArgumentException">No column is named, or one among both.</exception>
    protected void Upsert(ReadModelTable table, ColumnValues identifiers, ColumnValues values)
    {
        using HandlerCall.Writing writing = Write();
        _stack.Add((_operations.Upsert(table, identifiers, values), null));
    }

    /// <summary>Stacks a removal of rows of <see cref="Table"/>.</summary>
    /// <param name="identifiers">The columns that tell which rows, at least one.</param>
    /// <exception cref="ArgumentException">No column is named.</exception>
    protected void Remove(ColumnValues identifiers) => Remove(Table, identifiers);

    /// <summary>Stacks a removal of rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="identifiers">The columns that tell which rows, at least one.</param>
    /// <exception cref="ArgumentException">No column is named.</exception>
    protected void Remove(ReadModelTable table, ColumnValues identifiers)
    {
        using HandlerCall.Writing writing = Write();
        _stack.Add((_operations.Remove(table, identifiers), null));
    }

    private static HandlerCall.Writing Write() => HandlerCall.Write(HandlerCall.Current);

    private async Task SendAsync(List<RowOperation> rows, CancellationToken cancellationToken)
    {
        if (rows.Count > 0)
        {
            await Client.SendAsync(rows, _folding, cancellationToken).ConfigureAwait(false);
            rows.Clear();
        }
    }
}
