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
}
