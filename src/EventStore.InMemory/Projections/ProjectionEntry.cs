using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>A projection in memory; read and changed under the storage's lock.</summary>
internal sealed class ProjectionEntry(string name)
{
    public string Name { get; private set; } = name;

    public StreamSelection Sources { get; set; } = StreamSelection.OfNames();

    public long Revision { get; set; }

    public ReadOnlyMemory<byte>? State { get; set; }

    public IReadOnlyList<StreamPosition> Positions { get; set; } = [];

    public SortedDictionary<(long Position, long StreamId), ParkedEvent> Parked { get; } = [];

    public ProjectionStatus? Request { get; set; }

    public bool Resumes { get; set; }

    public Guid? Token { get; set; }

    public DateTimeOffset LeaseEnd { get; set; }

    public ProjectionRequests Requests => new(Request ?? ProjectionStatus.Running, Resumes);

    public bool IsHeld(DateTimeOffset now) => Token is not null && LeaseEnd > now;

    public ProjectionEntry Named(string name)
    {
        Name = name;
        Request = null;
        return this;
    }

    public void Forget()
    {
        State = null;
        Positions = [];
        Parked.Clear();
        Resumes = false;
        Revision++;
    }

    /// <summary>The projection as it stands; without the positions in streams that are gone.</summary>
    public StoredProjection Show(DateTimeOffset now, InMemoryStorage storage) => new()
    {
        Name = Name,
        Status = Request ?? (IsHeld(now) ? ProjectionStatus.Running : ProjectionStatus.Idle),
        Revision = Revision,
        State = State,
        Positions = [.. Positions.Where(position => storage.Streams.TryGetValue(position.StreamName, out StoredStream? stream) && stream.Id == position.StreamId)],
        Sources = Sources,
        ParkedEvents = Parked.Count,
        Resumes = Resumes,
    };
}
