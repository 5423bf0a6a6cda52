namespace EventStore.Providers;

/// <summary>The right to run a projection, for a while. Immutable.</summary>
/// <param name="ProjectionName">The projection.</param>
/// <param name="Token">Tells this run from every other one.</param>
/// <param name="Duration">How long it lasts from each renewal on; positive.</param>
public sealed record ProjectionLease(string ProjectionName, Guid Token, TimeSpan Duration);
