namespace EventStore;

/// <summary>The part of an <see cref="AppendUnit"/> that goes to one stream. Immutable.</summary>
public sealed class AppendUnitPart
{
    /// <summary>Makes a part.</summary>
    /// <param name="streamName">An existing stream.</param>
    /// <param name="events">Its events, in order; enumerated once, here. May be empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is null, empty or white space, or an event is null.</exception>
    public AppendUnitPart(string streamName, IEnumerable<DomainEvent> events)
    {
        StreamNames.Check(streamName);
        ArgumentNullException.ThrowIfNull(events);
        DomainEvent[] copy = [.. events];
        int missing = Array.IndexOf(copy, null);
        if (missing >= 0)
        {
            throw new ArgumentException($"The event at index {missing} for stream '{streamName}' is null.", nameof(events));
        }

        StreamName = streamName;
        Events = Array.AsReadOnly(copy);
    }

    /// <summary>The stream.</summary>
    public string StreamName { get; }

    /// <summary>Its events, in order.</summary>
    public IReadOnlyList<DomainEvent> Events { get; }
}
