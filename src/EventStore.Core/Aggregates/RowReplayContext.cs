using EventStore.CompilerServices;
using EventStore.Providers;

namespace EventStore;

/// <summary>Makes the whole event of a row when, and only when, a handler asks for it. One for a replay.</summary>
internal sealed class RowReplayContext(string streamName) : ReplayContext
{
    private RecordedEvent _row;
    private EventType? _type;
    private DomainEvent? _event;

    public override DomainEvent Event => _event ??= EventReader.Read(_row, streamName, _type);

    public void Set(in RecordedEvent row, EventType type)
    {
        _row = row;
        _type = type;
        _event = null;
    }

    public void Set(DomainEvent domainEvent) => _event = domainEvent;
}
