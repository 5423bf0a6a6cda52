using System.Diagnostics;

namespace EventStore.ReliabilityTests;

/// <summary>Something that asks again and again what is new.</summary>
internal abstract class Follower(string name)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly List<Delivery> _deliveries = [];

    public string Name => name;

    /// <summary>What it got, in the order in which it got it.</summary>
    public IReadOnlyList<Delivery> Deliveries => _deliveries;

    /// <summary>The rows that it should get.</summary>
    public virtual IEnumerable<StoredRow> Expected(IEnumerable<StoredRow> rows) => rows;

    /// <summary>What may end a look without ending the follower.</summary>
    public Func<Exception, bool> Forgives { get; init; } = _ => false;

    public async Task RunAsync(Task stopping)
    {
        while (!stopping.IsCompleted)
        {
            int before = _deliveries.Count;
            try
            {
                await PollAsync();
            }
            catch (Exception exception) when (Forgives(exception))
            {
                // It goes on where it was.
            }

            if (_deliveries.Count == before)
            {
                await Task.Delay(Pause);
            }
        }

        // Every writer has ended: one more look, however many it takes to see everything.
        await CatchUpAsync();
    }

    /// <summary>Delivers what is new.</summary>
    protected abstract Task PollAsync();

    /// <summary>Delivers all that there is.</summary>
    protected abstract Task CatchUpAsync();

    protected void Deliver(long position, string stream, Guid eventId) => _deliveries.Add(new Delivery(position, stream, eventId, Stopwatch.GetTimestamp()));
}
