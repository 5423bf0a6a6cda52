using System.Text;
using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>Fills a page from one or several streams, merged by position.</summary>
internal static class PageReader
{
    public static void Read(EventPage page, ReadRequest request, StoredStream[] streams)
    {
        bool forwards = request.Direction == ReadDirection.Forwards;
        HashSet<string>? names = request.EventNames is null ? null : new HashSet<string>(request.EventNames, StringComparer.Ordinal);
        var cursors = new Cursor[streams.Length];
        var queue = new PriorityQueue<int, long>();
        for (int i = 0; i < streams.Length; i++)
        {
            cursors[i] = new Cursor(streams[i], request.Streams[i], request.To, forwards, names);
            if (cursors[i].MoveNext())
            {
                queue.Enqueue(i, Priority(cursors[i].Position, forwards));
            }
        }

        page.IsLast = true;
        while (queue.TryDequeue(out int index, out _))
        {
            if (page.Count == request.Limit)
            {
                page.IsLast = false;
                return;
            }

            page.Add(cursors[index].Current with { StreamIndex = index });
            if (cursors[index].MoveNext())
            {
                queue.Enqueue(index, Priority(cursors[index].Position, forwards));
            }
        }
    }

    private static long Priority(long position, bool forwards) => forwards ? position : -position;

    /// <summary>Walks through the rows of one stream that the request asks for.</summary>
    private sealed class Cursor
    {
        private readonly StoredStream _stream;
        private readonly int _count;
        private readonly long _from;
        private readonly long _to;
        private readonly bool _forwards;
        private readonly HashSet<string>? _names;
        private readonly MatcherPredicate _matches;
        private int _next;

        public Cursor(StoredStream stream, StreamRange range, long to, bool forwards, HashSet<string>? names)
        {
            _stream = stream;
            _count = stream.Rows.Length;
            _from = range.From;
            _to = to;
            _forwards = forwards;
            _names = names;
            _matches = new MatcherPredicate(range.Matcher);
            _next = forwards ? FirstAt(range.From) : FirstAt(Math.Min(range.From, to) is var highest and < long.MaxValue ? highest + 1 : long.MaxValue) - 1;
        }

        public RecordedEvent Current { get; private set; }

        public long Position => Current.Position;

        public bool MoveNext()
        {
            ReadOnlySpan<RecordedEvent> rows = _stream.Rows[.._count];
            for (; _next >= 0 && _next < rows.Length; _next += _forwards ? 1 : -1)
            {
                ref readonly RecordedEvent row = ref rows[_next];
                if (_forwards && row.Position > _to)
                {
                    return false;
                }

                if (IsAsked(row))
                {
                    Current = row;
                    _next += _forwards ? 1 : -1;
                    return true;
                }
            }

            return false;
        }

        private bool IsAsked(in RecordedEvent row) =>
            row.Position <= _to
            && (_forwards || row.Position <= _from)
            && (_names is null || _names.Contains(Encoding.UTF8.GetString(row.Name.Span)))
            && _matches.IsMatch(row);

        /// <summary>The index of the first row at or behind a position.</summary>
        private int FirstAt(long position)
        {
            ReadOnlySpan<RecordedEvent> rows = _stream.Rows[.._count];
            int low = 0;
            int high = rows.Length;
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                if (rows[middle].Position < position)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }
    }
}
