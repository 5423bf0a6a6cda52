using System.Text.RegularExpressions;

namespace EventStore.Model.Tests.Programs;

/// <summary>
/// The referee: one list of rows, written to be read, with nothing that makes it fast or safe for threads. It stands
/// for docs/behaviours.md where the two providers could be wrong alike.
/// </summary>
internal sealed class ListStore : IProgramTarget
{
    private readonly HashSet<string> _streams = [];
    private readonly List<ListRow> _rows = [];
    private readonly List<long> _positions = [];
    private readonly ListQueries _queries;
    private readonly ListRepository _repository;
    private readonly Show _show;

    public ListStore()
    {
        _show = new Show(_positions);
        _queries = new ListQueries(this);
        _repository = new ListRepository(this);
    }

    public IReadOnlyCollection<string> Streams => _streams;

    public IReadOnlyList<ListRow> Rows => _rows;

    public Task<string> RunAsync(Operation operation) => _show.ResultAsync(() => Task.FromResult(Call(operation)));

    public long LastVersion(string stream, string aggregateType, Guid aggregateId) =>
        _rows.Where(row => row.Stream == stream && row.Event.AggregateType == aggregateType && row.Event.AggregateId == aggregateId)
            .Select(row => row.Event.Version).DefaultIfEmpty().Max();

    public void MustExist(string stream)
    {
        if (!_streams.Contains(stream))
        {
            throw new StreamNotFoundException(stream);
        }
    }

    private string Call(Operation operation)
    {
        switch (operation)
        {
            case Install:
                return "installed";
            case CreateStream create:
                Names.Check(create.Stream);
                Names.CheckNew(create.Stream);
                return _streams.Add(create.Stream) ? "created" : throw new StreamAlreadyExistsException(create.Stream);
            case DeleteStream delete:
                Names.Check(delete.Stream);
                MustExist(delete.Stream);
                _streams.Remove(delete.Stream);
                _rows.RemoveAll(row => row.Stream == delete.Stream);
                return "deleted";
            case HasStream has:
                Names.Check(has.Stream);
                return $"{_streams.Contains(has.Stream)}";
            case ListNames list:
                return string.Join(", ", List(list));
            case AppendUnits { Units: [var unit] } append:
                return _show.Result(AppendUnit(unit, append.IsLayered));
            case AppendUnits append:
                return string.Join("; ", append.Units.Select(unit => _show.ResultAsync(() => Task.FromResult(_show.Result(AppendUnit(unit, append.IsLayered)))).Result));
            case Load load:
                return _show.Stored(Load(load));
            case Merge merge:
                return _show.Stored(Merge(merge));
            case MakeQuery make:
                return _queries.Make(make, _positions);
            case RunQuery run:
                return _queries.Run(run) is { } handled ? $"handled {_show.Numbers(handled)}" : "no query";
            case ResetQuery reset:
                _queries.Reset(reset.Slot);
                return "reset";
            default:
                return _repository.Call(operation);
        }
    }

    private IEnumerable<string> List(ListNames list)
    {
        if (list.Pattern is { } pattern && !Names.IsPattern(pattern))
        {
            throw new ArgumentException("The pattern is not valid, or not one of both dialects.");
        }

        if (list.Limit < 1 || list.Offset < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(list));
        }

        return (list.OfCategories ? _streams.Select(Names.CategoryOf).OfType<string>().Distinct() : _streams)
            .Where(name => list.Pattern is null ? list.Filter is null || name == list.Filter : Regex.IsMatch(name, list.Pattern))
            .OrderBy(Names.CodePoints)
            .Skip(list.Offset)
            .Take(list.Limit ?? int.MaxValue);
    }

    public AppendResult AppendUnit(AppendUnit unit, bool isLayered)
    {
        List<(string Stream, DomainEvent Event)> events = [.. unit.Parts.SelectMany(part => part.Events, (part, e) => (part.StreamName, e))];
        if (events.Count == 0)
        {
            return AppendResult.Empty;
        }

        if (events.GroupBy(e => (e.Stream, e.Event.EventId)).Any(group => group.Count() > 1))
        {
            throw new ArgumentException("An id stands twice in one part.");
        }

        if (isLayered)
        {
            events = [.. events.Select(e => Layers.Says(e.Event, Layers.Refused) ? throw new NotSupportedException(Layers.Refused) : (e.Stream, Layers.Seen(e.Event)))];
        }

        if (events.FirstOrDefault(e => e.Event.AggregateId != Guid.Empty && e.Event.Version < 1).Event is { } rejected)
        {
            throw new EventRejectedException(rejected, "It has no version.");
        }

        events.ForEach(e => MustExist(e.Stream));
        AppendResult result = Known(events) ?? Add(events);
        return !result.AlreadyStored && isLayered && events.Any(e => Layers.Says(e.Event, Layers.Shouted))
            ? throw new MiddlewareException(result.Positions, new NotSupportedException())
            : result;
    }

    /// <summary>Ids are looked at before versions: what stands at the place of each event decides.</summary>
    private AppendResult? Known(List<(string Stream, DomainEvent Event)> events)
    {
        var taken = events.Select(e => (e.Stream, e.Event, Row: _rows.Find(row => row.IsAtPlaceOf(e.Stream, e.Event)))).ToList();
        if (taken.TrueForAll(place => place.Row?.Event.EventId == place.Event.EventId && place.Row.Event.Name == place.Event.Name))
        {
            return new AppendResult([.. taken.Select(place => place.Row!.Position)], AlreadyStored: true);
        }

        var known = taken.FindAll(place => place.Row?.Event.EventId == place.Event.EventId);
        if (known.Count > 0)
        {
            throw ConcurrencyException.IdsKnown(known[0].Stream, [.. known.Select(place => place.Event.EventId)]);
        }

        foreach ((string stream, DomainEvent e, ListRow? row) in taken)
        {
            if (row is not null)
            {
                throw ConcurrencyException.VersionTaken(stream, e.AggregateType!, e.AggregateId, e.Version);
            }
        }

        return null;
    }

    private AppendResult Add(List<(string Stream, DomainEvent Event)> events)
    {
        for (int i = 0; i < events.Count; i++)
        {
            if (events[i].Event.AggregateId != Guid.Empty
                && events.Take(i).Any(before => new ListRow(before.Stream, 0, before.Event).IsAtPlaceOf(events[i].Stream, events[i].Event)))
            {
                throw ConcurrencyException.VersionTaken(events[i].Stream, events[i].Event.AggregateType!, events[i].Event.AggregateId, events[i].Event.Version);
            }
        }

        long[] positions = [.. events.Select((_, i) => 10L * (_positions.Count + i + 1))];
        _rows.AddRange(events.Select((e, i) => new ListRow(e.Stream, positions[i], e.Event)));
        _positions.AddRange(positions);
        return new AppendResult(positions, AlreadyStored: false);
    }

    private IEnumerable<ListRow> Load(Load load)
    {
        Names.Check(load.Stream);
        if (load.From?.In(_positions) < 1 || load.Count < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(load));
        }

        MustExist(load.Stream);
        long from = load.From?.In(_positions) ?? (load.IsBackwards ? long.MaxValue : 1);
        IEnumerable<ListRow> rows = load.IsBackwards
            ? _rows.Where(row => row.Position <= from).Reverse()
            : _rows.Where(row => row.Position >= from && row.Position <= (load.To?.In(_positions) ?? long.MaxValue));
        return First(rows.Where(row => row.Stream == load.Stream && row.Fulfils(load.Conditions, _positions)), load.Count)
            .Select(row => load.IsLayered ? row with { Event = Layers.Loaded(row.Event) } : row);
    }

    private IEnumerable<ListRow> Merge(Merge merge)
    {
        if (merge.Count < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(merge));
        }

        foreach (Source source in merge.Sources)
        {
            Names.Check(source.Stream);
            if (source.From.In(_positions) < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(merge));
            }
        }

        if (merge.Sources.Count == 0 || merge.Sources.DistinctBy(source => source.Stream).Count() < merge.Sources.Count)
        {
            throw new ArgumentException("A merged load names at least one stream, and each once.");
        }

        merge.Sources.ToList().ForEach(source => MustExist(source.Stream));
        return First(
            _rows.Where(row => merge.Sources.Any(source => source.Stream == row.Stream && row.Position >= source.From.In(_positions) && row.Fulfils(source.Conditions, _positions))),
            merge.Count);
    }

    private static IEnumerable<ListRow> First(IEnumerable<ListRow> rows, long? count) => rows.Take((int)Math.Min(count ?? int.MaxValue, int.MaxValue));
}
