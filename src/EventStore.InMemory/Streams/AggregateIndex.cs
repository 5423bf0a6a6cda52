namespace EventStore.InMemory;

/// <summary>Where the versions of one aggregate stand in its stream, in their order. One writer, readers without a lock.</summary>
internal sealed class AggregateIndex
{
    private Entry[] _entries = [];
    private int _count;

    /// <summary>Version and row, by ascending version.</summary>
    public ReadOnlySpan<Entry> Entries
    {
        get
        {
            int count = Volatile.Read(ref _count);
            return Volatile.Read(ref _entries).AsSpan(0, count);
        }
    }

    /// <summary>The row of a version, or −1.</summary>
    public int Find(long version)
    {
        int at = IndexOf(Entries, version);
        return at >= 0 ? Entries[at].Row : -1;
    }

    /// <summary>The index of the first entry behind a version.</summary>
    public static int After(ReadOnlySpan<Entry> entries, long version)
    {
        int at = IndexOf(entries, version);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>Adds a version, and gives the index that holds it: this one, or another for a version between two others.</summary>
    public AggregateIndex With(long version, int row)
    {
        int at = ~IndexOf(Entries, version);
        if (at < _count)
        {
            // Readers that have the count of before would miss the last one: they keep the index of before.
            return new AggregateIndex { _entries = [.. _entries[..at], new Entry(version, row), .. _entries[at.._count]], _count = _count + 1 };
        }

        if (_count == _entries.Length)
        {
            var larger = new Entry[Math.Max(4, _count * 2)];
            _entries.CopyTo(larger, 0);
            Volatile.Write(ref _entries, larger);
        }

        _entries[at] = new Entry(version, row);
        Volatile.Write(ref _count, _count + 1);
        return this;
    }

    private static int IndexOf(ReadOnlySpan<Entry> entries, long version) => entries.BinarySearch(new Entry(version, 0));

    public readonly record struct Entry(long Version, int Row) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => Version.CompareTo(other.Version);
    }
}
