namespace EventStore.LoadTest;

/// <summary>What the user can mend; the message says how.</summary>
internal sealed class LoadTestException(string message) : Exception(message);
