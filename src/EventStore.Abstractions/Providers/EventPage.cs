using System.Buffers;

namespace EventStore.Providers;

/// <summary>
/// One page of rows with the memory behind them. A provider fills it, the engine reads and disposes it. Not
/// thread-safe.
/// </summary>
public sealed class EventPage : IDisposable
{
    private const int ChunkSize = 64 * 1024;

    private readonly List<byte[]> _chunks = [];
    private RecordedEvent[] _rows;
    private Memory<byte> _free;
    private int _count;

    /// <summary>Makes an empty page.</summary>
    /// <param name="capacity">The number of rows that are expected.</param>
    public EventPage(int capacity = 16)
    {
        _rows = ArrayPool<RecordedEvent>.Shared.Rent(Math.Max(capacity, 1));
    }

    /// <summary>The rows, in the order in which they are to be delivered.</summary>
    public ReadOnlySpan<RecordedEvent> Rows => _rows.AsSpan(0, _count);

    /// <summary>The number of rows.</summary>
    public int Count => _count;

    /// <summary>Whether nothing that the request asks for lies behind these rows.</summary>
    public bool IsLast { get; set; }

    /// <summary>The store's last position, read before the rows; 0 unless the request asks for it.</summary>
    public long LastPosition { get; set; }

    /// <summary>The id of each of the request's streams, in their order.</summary>
    public IReadOnlyList<long> StreamIds { get; set; } = [];

    /// <summary>Gives memory that lives as long as the page.</summary>
    /// <param name="length">The number of bytes, 0 or more.</param>
    public Memory<byte> Allocate(int length)
    {
        if (length > _free.Length)
        {
            byte[] chunk = ArrayPool<byte>.Shared.Rent(Math.Max(ChunkSize, length));
            _chunks.Add(chunk);
            _free = chunk;
        }

        Memory<byte> memory = _free[..length];
        _free = _free[length..];
        return memory;
    }

    /// <summary>Adds a row behind the others.</summary>
    /// <param name="row">The row.</param>
    public void Add(in RecordedEvent row)
    {
        if (_count == _rows.Length)
        {
            RecordedEvent[] larger = ArrayPool<RecordedEvent>.Shared.Rent(_count * 2);
            _rows.CopyTo(larger, 0);
            ArrayPool<RecordedEvent>.Shared.Return(_rows, clearArray: true);
            _rows = larger;
        }

        _rows[_count++] = row;
    }

    /// <summary>Removes rows from the end.</summary>
    /// <param name="count">The number of rows that stay.</param>
    public void Truncate(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _count);
        _rows.AsSpan(count, _count - count).Clear();
        _count = count;
    }

    /// <summary>Gives the memory back; the rows are invalid from now on.</summary>
    public void Dispose()
    {
        foreach (byte[] chunk in _chunks)
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        _chunks.Clear();
        _free = default;
        if (_rows.Length > 0)
        {
            _rows.AsSpan(0, _count).Clear();
            ArrayPool<RecordedEvent>.Shared.Return(_rows);
            _rows = [];
        }

        _count = 0;
    }
}
