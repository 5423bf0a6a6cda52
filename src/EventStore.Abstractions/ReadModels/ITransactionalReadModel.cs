using EventStore.Providers;

namespace EventStore;

/// <summary>
/// A read model in the store's own database, whose rows are committed with the checkpoint: both are there, or neither.
/// </summary>
public interface ITransactionalReadModel : IReadModel
{
    /// <summary>Says in which transaction the following calls are. Every method of <see cref="IReadModel"/> but Stack and ClearStack is called within one.</summary>
    /// <param name="transaction">The transaction, or null when it has ended.</param>
    /// <exception cref="InvalidOperationException">It is not one of the read model's own kind of storage.</exception>
    void Enlist(ICheckpointTransaction? transaction);
}
