using Microsoft.Extensions.Logging;

namespace EventStore.Providers;

/// <summary>What the engine tells a provider when it makes its event log. Immutable.</summary>
/// <param name="TimeProvider">What tells the time.</param>
/// <param name="Logger">What is written to; one that writes nothing unless the user gave another.</param>
public sealed record EventLogContext(TimeProvider TimeProvider, ILogger Logger);
