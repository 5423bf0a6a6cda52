using EventStore.Conformance.Domain;

namespace EventStore.Model.Tests.Simulation;

/// <summary>Holds what the projections have stored against the events that there are, and that there were.</summary>
internal sealed class FinalCheck(IEventStore store, IReadOnlyList<SimulatedProjection> projections)
{
    private readonly List<IReadOnlyList<DomainEvent>> _gone = [];

    public List<string> Violations { get; } = [];

    /// <summary>Remembers the events of a stream that is about to be deleted.</summary>
    public async Task BuryAsync(string stream) => _gone.Add(await LoadAsync(stream));

    /// <summary>Events may be parked; with every other policy a run may stand before a bad one.</summary>
    public Task WithParked() => CheckAsync(isWhole: false);

    /// <summary>Nothing is left to do.</summary>
    public Task Whole() => CheckAsync(isWhole: true);

    private async Task CheckAsync(bool isWhole)
    {
        foreach (SimulatedProjection projection in projections)
        {
            if (await store.Projections.ProjectionExistsAsync(projection.Name))
            {
                await CheckAsync(projection, isWhole);
            }
            else
            {
                Violations.Add($"{projection} is not there.");
            }
        }
    }

    private async Task CheckAsync(SimulatedProjection projection, bool isWhole)
    {
        string[] sources = projection.Kind == ProjectionKind.Emitting ? ["a-1", "a-2"] : ["a-1", "a-2", "a-3"];
        var alive = new List<DomainEvent>();
        foreach (string source in sources)
        {
            alive.AddRange(await LoadAsync(source));
        }

        long[] parked = [.. (await store.Projections.FetchParkedEventsAsync(projection.Name)).Select(one => one.Position)];
        long[] due = [.. alive.Select(e => e.Position).Order()];
        Dictionary<long, DomainEvent> all = alive.Concat(_gone.SelectMany(stream => stream)).ToDictionary(e => e.Position);
        IReadOnlyList<long> handled = await FetchHandledAsync(projection, all.Values);

        Expect(handled.Distinct().Count() == handled.Count, "handled an event twice");
        Expect(!handled.Intersect(parked).Any(), "handled what is parked");
        Expect(handled.All(all.ContainsKey), "handled what never was");
        Expect(handled.Where(position => all[position].AggregateId != Guid.Empty).GroupBy(position => (all[position].StreamName, all[position].AggregateId)).All(IsRising), "handled the events of an aggregate out of order");
        if (isWhole || projection.Parks)
        {
            Expect(due.All(position => handled.Contains(position) || parked.Contains(position)), $"passed over {string.Join(',', due.Except(handled).Except(parked))}");
            Expect(!isWhole || parked.Length == 0, "still parks");
        }

        if (!projection.Parks)
        {
            Expect(IsRising(handled), "handled events out of order");
            foreach (IReadOnlyList<DomainEvent> stream in _gone.Append(alive))
            {
                long last = stream.Select(e => e.Position).Where(handled.Contains).DefaultIfEmpty().Max();
                Expect(stream.Where(e => e.Position <= last && sources.Contains(e.StreamName)).All(e => handled.Contains(e.Position)), "left a hole");
            }
        }

        switch (projection.Kind)
        {
            case ProjectionKind.Emitting:
                IReadOnlyList<DomainEvent> emitted = await LoadAsync(projection.Name);
                Expect(emitted.Select(e => ((IntegerNoted)e.Payload).Value).SequenceEqual(handled), "emitted other events than it has handled");
                IReadOnlyList<DomainEvent> links = await LoadAsync(SimulatedProjection.Links);
                var linked = links.Select(e => e.EventId).ToHashSet();
                Expect(linked.Count == links.Count, "linked an event twice");
                Expect(handled.All(position => linked.Contains(all[position].EventId)), "linked not all that it has handled");
                Expect(linked.IsSubsetOf(all.Values.Select(e => e.EventId)), "linked what never was");
                break;
            case ProjectionKind.Rows:
                Expect(projection.Table.Rows.SequenceEqual(handled), "has other rows than it has handled events");
                break;
            case ProjectionKind.RowsElsewhere:
                Expect(handled.All(projection.Table.Rows.Contains), "lacks rows of events that it has handled");
                Expect(projection.Table.Rows.All(all.ContainsKey), "has rows of what never was");
                break;
            default:
                break;
        }

        void Expect(bool isSo, string otherwise)
        {
            if (!isSo)
            {
                Violations.Add($"{projection} {otherwise}: handled {string.Join(',', handled)}; parked {string.Join(',', parked)}; due {string.Join(',', due)}; rows {string.Join(',', projection.Table.Rows)}");
            }
        }
    }

    private async Task<IReadOnlyList<long>> FetchHandledAsync(SimulatedProjection projection, IReadOnlyCollection<DomainEvent> all)
    {
        try
        {
            if (projection.Kind != ProjectionKind.Fold)
            {
                return SimulatedProjection.Positions(await store.Projections.FetchStateAsync<string>(projection.Name));
            }

            var positions = all.ToDictionary(e => ((IntegerNoted)e.Payload).Value, e => e.Position);
            return [.. (await store.Projections.FetchStateAsync<IntegerFold>(projection.Name)).Values.Select(value => positions.GetValueOrDefault(value))];
        }
        catch (ProjectionStateException) when (!projection.Parks)
        {
            // It has got stuck at its first event.
            return [];
        }
    }

    private static bool IsRising(IEnumerable<long> positions) => positions.Zip(positions.Skip(1)).All(pair => pair.First < pair.Second);

    private async Task<IReadOnlyList<DomainEvent>> LoadAsync(string stream)
    {
        var events = new List<DomainEvent>();
        if (await store.HasStreamAsync(stream))
        {
            await foreach (DomainEvent e in store.LoadAsync(stream))
            {
                if (e.Payload is IntegerNoted)
                {
                    events.Add(e);
                }
            }
        }

        return events;
    }
}
