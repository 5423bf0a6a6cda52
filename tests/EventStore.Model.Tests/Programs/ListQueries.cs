using EventStore.Conformance.Domain;

namespace EventStore.Model.Tests.Programs;

/// <summary>
/// The referee's queries. One position is enough to know where a query stands: whatever is appended later, to whichever
/// stream, has a greater one.
/// </summary>
internal sealed class ListQueries(ListStore store)
{
    private readonly Dictionary<int, ListQuery> _queries = [];

    public string Make(MakeQuery make, IReadOnlyList<long> positions)
    {
        if (make.Kind != QueryKind.All && (make.Names.Length == 0 || make.Names.Distinct().Count() < make.Names.Length))
        {
            throw new ArgumentException("A query names at least one source, and each once.");
        }

        _queries[make.Slot] = new ListQuery(make, [.. positions]);
        return "made";
    }

    public void Reset(int slot)
    {
        if (_queries.TryGetValue(slot, out ListQuery? query))
        {
            query.Position = 0;
            query.Handled.Clear();
        }
    }

    public IReadOnlyList<long>? Run(RunQuery run)
    {
        if (!_queries.TryGetValue(run.Slot, out ListQuery? query))
        {
            return null;
        }

        int handled = 0;
        foreach (ListRow row in store.Rows.Where(row => row.Position > query.Position && query.Asks(row)))
        {
            if (++handled == run.ThrowAt)
            {
                throw new NotSupportedException(Layers.Refused);
            }

            query.Handled.Add(row.Position);
            query.Position = row.Position;
            if (handled == run.StopAt)
            {
                break;
            }
        }

        return query.Handled;
    }

    private sealed class ListQuery(MakeQuery make, IReadOnlyList<long> positions)
    {
        public long Position { get; set; }

        public List<long> Handled { get; } = [];

        public bool Asks(ListRow row) =>
            make.Kind switch
            {
                QueryKind.Streams => make.Names.Contains(row.Stream),
                QueryKind.Categories => make.Names.Contains(Names.CategoryOf(row.Stream)),
                _ => !row.Stream.StartsWith('$'),
            }
            && ((make.Kind == QueryKind.Categories && make.Names.Length > 1) || row.Fulfils(make.Conditions, positions))
            && (!make.IsTyped || row.Event.Payload is UsernameChanged or IntegerNoted);
    }
}
