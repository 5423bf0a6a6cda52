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

    public void Add(long version, int row)
    {
        int at = ~IndexOf(Entries, version);
        if (at < _count || _count == _entries.Length)
        {
            // Behind the readers' backs: what they hold stays as it is.
            var larger = new Entry[Math.Max(4, _count * 2)];
            _entries.AsSpan(0, at).CopyTo(larger);
            _entries.AsSpan(at, _count - at).CopyTo(larger.AsSpan(at + 1));
            larger[at] = new Entry(version, row);
            Volatile.Write(ref _entries, larger);
        }
        else
        {
            _entries[at] = new Entry(version, row);
        }

        Volatile.Write(ref _count, _count + 1);
    }

    private static int IndexOf(ReadOnlySpan<Entry> entries, long version) => entries.BinarySearch(new Entry(version, 0));

    public readonly record struct Entry(long Version, int Row) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => Version.CompareTo(other.Version);
    }
}
