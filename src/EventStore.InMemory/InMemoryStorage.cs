using System.Collections.Concurrent;
using EventStore.InMemory;

namespace EventStore;

/// <summary>Memory that several in-memory stores can share, as several processes share a database. Thread-safe.</summary>
public sealed class InMemoryStorage
{
    internal const long MaxPosition = (1L << 48) - 1;

    private long _lastPosition;
    private volatile bool _isInstalled;

    /// <summary>Makes empty memory, not installed yet.</summary>
    public InMemoryStorage()
    {
    }

    /// <summary>Held by whoever changes anything. Readers never take it.</summary>
    internal Lock WriteLock { get; } = new();

    internal ConcurrentDictionary<string, StoredStream> Streams { get; } = new(StringComparer.Ordinal);

    /// <summary>The projections; under the lock.</summary>
    internal Dictionary<string, ProjectionEntry> Projections { get; } = new(StringComparer.Ordinal);

    internal bool IsInstalled
    {
        get => _isInstalled;
        set => _isInstalled = value;
    }

    /// <summary>The last position that readers may see: set when everything up to it is in its stream.</summary>
    internal long LastPosition
    {
        get => Volatile.Read(ref _lastPosition);
        set => Volatile.Write(ref _lastPosition, value);
    }

    /// <summary>The last position that was drawn; under the lock.</summary>
    internal long DrawnPosition { get; set; }

    /// <summary>The last id that a stream was given; under the lock.</summary>
    internal long StreamId { get; set; }
}
