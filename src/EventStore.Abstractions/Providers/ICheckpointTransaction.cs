namespace EventStore.Providers;

/// <summary>
/// A transaction of the storage in which a checkpoint is stored. Each provider has its own; a read model that lies in
/// the same database takes part in it through its provider's type.
/// </summary>
public interface ICheckpointTransaction
{
}
