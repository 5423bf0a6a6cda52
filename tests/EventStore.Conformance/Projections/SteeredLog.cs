using EventStore.Providers;

namespace EventStore.Conformance.Projections;

/// <summary>An event log of a provider whose reads a test precedes and counts, over projections that it steers.</summary>
public sealed class SteeredLog : PassingLog
{
    private int _reads;

    public SteeredLog(IEventLog inner)
        : this(inner, new SteeredProjections(inner.Projections))
    {
    }

    private SteeredLog(IEventLog inner, SteeredProjections projections)
        : base(inner, projections) => SteeredProjections = projections;

    public SteeredProjections SteeredProjections { get; }

    /// <summary>How many pages were read.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public Func<ReadRequest, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

    public override async ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        await BeforeRead(request);
        EventPage page = await Inner.ReadAsync(request, cancellationToken);
        Interlocked.Increment(ref _reads);
        return page;
    }
}
