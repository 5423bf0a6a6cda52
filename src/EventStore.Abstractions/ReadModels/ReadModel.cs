namespace EventStore;

/// <summary>A read model with a stack of operations, for what lies outside of the store's database. Not thread-safe.</summary>
public abstract class ReadModel : IReadModel
{
    private readonly List<Func<CancellationToken, Task>> _operations = [];

    /// <inheritdoc/>
    public abstract Task InitAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract Task<bool> IsInitializedAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract Task ResetAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract Task DeleteAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual void Stack(Func<CancellationToken, Task> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        using HandlerCall.Writing writing = HandlerCall.Write(HandlerCall.Current);
        _operations.Add(operation);
    }

    /// <inheritdoc/>
    public virtual async Task PersistAsync(CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task>[] operations = [.. _operations];
        _operations.Clear();
        foreach (Func<CancellationToken, Task> operation in operations)
        {
            await operation(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public virtual void ClearStack() => _operations.Clear();
}
