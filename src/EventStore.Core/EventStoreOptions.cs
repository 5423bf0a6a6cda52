using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EventStore;

/// <summary>What an event store does in its engine, whatever its provider. Set by <see cref="EventStoreBuilder"/>.</summary>
internal sealed record EventStoreOptions
{
    public int PageSize { get; init; } = 1000;

    public int MaxEventSize { get; init; } = 1024 * 1024;

    public int MaxUnitEvents { get; init; } = 100_000;

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public ILogger Logger { get; init; } = NullLogger.Instance;
}
