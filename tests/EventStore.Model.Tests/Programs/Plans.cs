using EventStore.Conformance.Domain;

namespace EventStore.Model.Tests.Programs;

/// <summary>A unit before its events are made: a new one, or one that was appended before, as it was or changed.</summary>
internal sealed record PlannedUnit(IReadOnlyList<PlannedPart> Parts, int? RepeatOf, Change Change);

internal sealed record PlannedPart(string Stream, IReadOnlyList<PlannedEvent> Events);

/// <summary>An event before it is made. Without a version it gets the next one of its aggregate; without an id a new one.</summary>
internal sealed record PlannedEvent(object Payload, int? User, string AggregateType, int? Version, int? Id, EventMetadata Metadata, DateTimeOffset CreatedAt);

/// <summary>What becomes of a unit that is appended again.</summary>
internal enum Change
{
    None,
    LastLeftOut,
    OneMore,
    OtherNames,
}

/// <summary>Makes events of plans, with what the referee knows: the same events for every store.</summary>
internal sealed class Planner(ListStore referee)
{
    private readonly List<AppendUnit> _tried = [];
    private int _ids = 1000;

    public Operation Make(Operation operation) => operation switch
    {
        Append append => new AppendUnits(append.IsLayered, [.. append.Units.Select(Make)]),
        UpdateUser update => new UpdateUserWith(update.IsLayered, update.Stream, update.User, [.. update.Events.Select(planned => Raw(planned, UserId(update.User)))]),
        RenameUser rename => new RenameUserBy(rename.Slot, Raw(rename.Event, null)),
        _ => operation,
    };

    public static Guid UserId(int user) => Guid.Parse($"00000000-0000-7000-8000-{user:d12}");

    private AppendUnit Make(PlannedUnit planned)
    {
        AppendUnit unit = planned.RepeatOf is { } repeated && _tried.Count > 0
            ? Changed(_tried[repeated % _tried.Count], planned.Change)
            : planned.Parts.Aggregate(AppendUnit.Empty, (made, part) => made.And(part.Stream, Make(part)));
        _tried.Add(unit);
        return unit;
    }

    private List<DomainEvent> Make(PlannedPart part)
    {
        var made = new List<DomainEvent>();
        foreach (PlannedEvent planned in part.Events)
        {
            if (planned.User is not { } user)
            {
                made.Add(Raw(planned, null));
                continue;
            }

            long version = planned.Version
                ?? 1 + Math.Max(
                    referee.LastVersion(part.Stream, planned.AggregateType, UserId(user)),
                    made.Where(e => e.AggregateId == UserId(user) && e.AggregateType == planned.AggregateType).Select(e => e.Version).DefaultIfEmpty().Max());
            DomainEvent raw = Raw(planned, UserId(user)).WithAggregateType(planned.AggregateType);
            made.Add(version == 0 ? raw : raw.WithVersion(version));
        }

        return made;
    }

    private DomainEvent Raw(PlannedEvent planned, Guid? aggregateId) =>
        DomainEvent.Create(Users.Catalog, planned.Payload, aggregateId, planned.Metadata, planned.CreatedAt)
            .WithEventId(Guid.Parse($"00000000-0000-7000-9000-{planned.Id ?? _ids++:d12}"));

    private AppendUnit Changed(AppendUnit unit, Change change)
    {
        if (unit.Parts.Count == 0)
        {
            return unit;
        }

        AppendUnitPart last = unit.Parts[^1];
        IEnumerable<DomainEvent> events = change switch
        {
            Change.LastLeftOut => last.Events.SkipLast(1),
            Change.OneMore => last.Events.Append(Raw(new PlannedEvent(new IntegerNoted(1), null, "", null, null, EventMetadata.Empty, DateTimeOffset.UnixEpoch), null)),
            Change.OtherNames => last.Events.Select(Renamed),
            _ => last.Events,
        };
        return unit.Parts.SkipLast(1).Aggregate(AppendUnit.Empty, (made, part) => made.And(part.StreamName, part.Events)).And(last.StreamName, events);
    }

    private static DomainEvent Renamed(DomainEvent domainEvent)
    {
        DomainEvent renamed = DomainEvent.Create(Users.Catalog, new NothingNoted(), domainEvent.AggregateId == Guid.Empty ? null : domainEvent.AggregateId, null, domainEvent.CreatedAt)
            .WithEventId(domainEvent.EventId);
        renamed = domainEvent.AggregateType is { } type ? renamed.WithAggregateType(type) : renamed;
        return domainEvent.Version > 0 ? renamed.WithVersion(domainEvent.Version) : renamed;
    }
}
