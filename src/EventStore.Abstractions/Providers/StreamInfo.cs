namespace EventStore.Providers;

/// <summary>A stream that exists. Immutable.</summary>
/// <param name="Id">Its incarnation: a stream that is deleted and created again has another one. Positive.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedByProjection">The projection that made it, or null if a user did.</param>
public sealed record StreamInfo(long Id, string Name, string? CreatedByProjection);
