namespace EventStore.Providers;

/// <summary>What the engine tells a provider when it makes its event log. Immutable.</summary>
/// <param name="TimeProvider">What tells the time.</param>
public sealed record EventLogContext(TimeProvider TimeProvider);
