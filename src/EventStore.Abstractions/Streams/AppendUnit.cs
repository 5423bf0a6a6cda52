namespace EventStore;

/// <summary>
/// What is stored all or nothing: one part (a stream and its events) for each stream. Immutable: <see cref="And"/>
/// gives a new unit.
/// </summary>
/// <example><c>AppendUnit.For("orders", order.PopEvents()).And("customers", customer.PopEvents())</c></example>
public sealed class AppendUnit
{
    private AppendUnit(IList<AppendUnitPart> parts) => Parts = parts.AsReadOnly();

    /// <summary>A unit without parts: appending it succeeds and sends nothing.</summary>
    public static AppendUnit Empty { get; } = new([]);

    /// <summary>The parts, in the order in which their events get their positions.</summary>
    public IReadOnlyList<AppendUnitPart> Parts { get; }

    /// <summary>Starts a unit.</summary>
    /// <param name="streamName">An existing stream.</param>
    /// <param name="events">Its events, in order; enumerated once, here.</param>
    /// <exception cref="ArgumentException">The name is empty or white space, or an event is null.</exception>
    public static AppendUnit For(string streamName, IEnumerable<DomainEvent> events) => Empty.And(streamName, events);

    /// <summary>Gives this unit with one more part; a stream that has a part already gets the events behind its own.</summary>
    /// <param name="streamName">An existing stream.</param>
    /// <param name="events">Its events, in order; enumerated once, here.</param>
    /// <exception cref="ArgumentException">The name is empty or white space, or an event is null.</exception>
    public AppendUnit And(string streamName, IEnumerable<DomainEvent> events)
    {
        var part = new AppendUnitPart(streamName, events);
        var parts = new List<AppendUnitPart>(Parts.Count + 1);
        parts.AddRange(Parts);
        int known = parts.FindIndex(p => p.StreamName == streamName);
        if (known < 0)
        {
            parts.Add(part);
        }
        else
        {
            parts[known] = new AppendUnitPart(streamName, parts[known].Events.Concat(part.Events));
        }

        return new AppendUnit(parts);
    }
}
