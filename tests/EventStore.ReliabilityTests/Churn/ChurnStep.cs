namespace EventStore.ReliabilityTests;

/// <summary>A call, and the types of the exceptions that it may end with when others are faster.</summary>
internal sealed record ChurnStep(string Name, Func<Task> Call, params Type[] Expected);
