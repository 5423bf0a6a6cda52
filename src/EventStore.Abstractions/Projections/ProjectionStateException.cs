namespace EventStore;

/// <summary>The stored state of a projection cannot be read as its type, or its state cannot be stored.</summary>
public sealed class ProjectionStateException : EventStoreException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="projectionName">The projection.</param>
    /// <param name="stateType">The type of its state.</param>
    /// <param name="reason">What is wrong, and the way out.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public ProjectionStateException(string projectionName, Type stateType, string reason, Exception? innerException = null)
        : base($"The state of the projection '{projectionName}', {stateType}: {reason}", innerException)
    {
        ProjectionName = projectionName;
        StateType = stateType;
    }

    /// <summary>The projection.</summary>
    public string ProjectionName { get; }

    /// <summary>The type of its state.</summary>
    public Type StateType { get; }
}
