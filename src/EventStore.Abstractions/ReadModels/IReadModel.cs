namespace EventStore;

/// <summary>
/// What a projection keeps up to date outside of the events: rows, documents, an index. <see cref="ReadModel"/> is a
/// base with a stack; in PostgreSQL, derive from <c>PostgresReadModel</c>, whose rows are committed with the checkpoint.
/// </summary>
/// <remarks>
/// One that lies elsewhere is persisted before the checkpoint: after a failure between the two a block is handled again.
/// Make its operations idempotent, by the event's id for example. Its methods are called one at a time.
/// </remarks>
public interface IReadModel
{
    /// <summary>Makes the tables, or whatever it lies in.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task InitAsync(CancellationToken cancellationToken);

    /// <summary>Tells whether <see cref="InitAsync"/> was called before, in this process or another one.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<bool> IsInitializedAsync(CancellationToken cancellationToken);

    /// <summary>Removes all that the projection has written, as before the first event.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task ResetAsync(CancellationToken cancellationToken);

    /// <summary>Removes the tables, or whatever it lies in.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task DeleteAsync(CancellationToken cancellationToken);

    /// <summary>Adds an operation that the next <see cref="PersistAsync"/> does.</summary>
    /// <param name="operation">The operation.</param>
    /// <exception cref="InvalidOperationException">The handler was left behind (<c>ProjectionOptions.HandlerTimeout</c>), where the read model derives from <see cref="ReadModel"/>.</exception>
    void Stack(Func<CancellationToken, Task> operation);

    /// <summary>Does what was stacked, in its order and once; then the stack is empty.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task PersistAsync(CancellationToken cancellationToken);

    /// <summary>Forgets what was stacked: the block is given up.</summary>
    void ClearStack();
}
