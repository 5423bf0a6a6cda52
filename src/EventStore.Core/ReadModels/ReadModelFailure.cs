namespace EventStore;

/// <summary>Carries what a read model has thrown when a block was persisted to whoever knows the policy.</summary>
internal sealed class ReadModelFailure(Exception cause) : Exception(null, cause)
{
    public Exception Cause { get; } = cause;
}
