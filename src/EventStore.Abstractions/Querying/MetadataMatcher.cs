namespace EventStore;

/// <summary>
/// Which events to deliver: those that fulfil every one of its conditions. Immutable and thread-safe; without
/// conditions it delivers all. Several can be joined: <c>Match.AggregateId(id).And(Match.Event&lt;AccountOpened&gt;())</c>.
/// </summary>
public sealed class MetadataMatcher
{
    private MetadataMatcher(IReadOnlyList<MetadataMatch> matches) => Matches = matches;

    /// <summary>The matcher that delivers every event.</summary>
    public static MetadataMatcher Empty { get; } = new([]);

    /// <summary>The conditions.</summary>
    public IReadOnlyList<MetadataMatch> Matches { get; }

    /// <summary>Gives a matcher with one more condition.</summary>
    /// <param name="match">The condition.</param>
    public MetadataMatcher With(MetadataMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return new([.. Matches, match]);
    }

    /// <summary>Gives a matcher with the conditions of both.</summary>
    /// <param name="other">The other matcher.</param>
    public MetadataMatcher And(MetadataMatcher other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new([.. Matches, .. other.Matches]);
    }

    /// <summary>Replaces the conditions on types of events by conditions on their names.</summary>
    internal MetadataMatcher Resolve(EventCatalog catalog) =>
        Matches.All(match => match.EventClrType is null)
            ? this
            : new([.. Matches.Select(match => match.EventClrType is { } type ? NamesOf(type, catalog) : match)]);

    private static MetadataMatch NamesOf(Type type, EventCatalog catalog) =>
        catalog.TryFind(type, out EventType? known)
            ? new MetadataMatch("event_name", MetadataOperator.In, known.FormerNames.Prepend(known.Name).ToArray(), FieldType.MessageProperty)
            : throw new UnknownEventException($"No catalog knows the event {type}. Give the catalog of its assembly to EventStoreBuilder.AddEvents.") { EventName = type.Name };
}
