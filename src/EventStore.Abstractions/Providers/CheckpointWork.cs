namespace EventStore.Providers;

/// <summary>Work that is part of a transaction of the storage. It neither commits nor rolls back.</summary>
/// <param name="transaction">The transaction.</param>
/// <param name="cancellationToken">Cancels the work.</param>
public delegate ValueTask CheckpointWork(ICheckpointTransaction transaction, CancellationToken cancellationToken);
