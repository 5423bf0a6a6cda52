namespace EventStore;

/// <summary>
/// The storage refuses what the work of a checkpoint has written, now that all of it is there. Nothing else that goes
/// wrong behind the work is of this type.
/// </summary>
internal sealed class CheckpointRefusedException(string message, Exception innerException) : EventStoreException(message, innerException);
