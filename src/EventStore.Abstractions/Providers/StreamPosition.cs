namespace EventStore.Providers;

/// <summary>How far a projection has come in a stream. Immutable.</summary>
/// <param name="StreamId">The incarnation of the stream.</param>
/// <param name="StreamName">Its name.</param>
/// <param name="Position">Everything up to it was handled or passed; 0 or more.</param>
public readonly record struct StreamPosition(long StreamId, string StreamName, long Position);
