using System.Diagnostics;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;

namespace EventStore.PeerComparison.Measuring;

/// <summary>Lets callers work for a while, and looks what it took, operation by operation.</summary>
internal sealed class Meter(ServerTime? server)
{
    private const int Expected = 65_536;

    private readonly List<List<long>> _ticks = [];

    /// <summary>Whether the server's processor time can be seen.</summary>
    public bool SeesServer => server is not null;

    /// <param name="contender">Who works.</param>
    /// <param name="callers">How many callers.</param>
    /// <param name="duration">After this time no operation begins; each caller does one at least.</param>
    /// <param name="cancellationToken">Ends the round before its time.</param>
    public async Task<Sample> RunAsync(Contender contender, int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        await contender.Prepare();
        while (_ticks.Count < callers)
        {
            _ticks.Add(new List<long>(Expected / callers));
        }

        _ticks.ForEach(ticks => ticks.Clear());
        GC.Collect();
        GC.WaitForPendingFinalizers();
        IReadOnlyDictionary<int, TimeSpan>? serverBefore = server?.Read();
        TimeSpan clientBefore = Environment.CpuUsage.TotalTime;
        long bytesBefore = GC.GetTotalAllocatedBytes(precise: true);
        long began = Stopwatch.GetTimestamp();
        if (callers == 1)
        {
            await CallAsync(contender, 0, began, duration, cancellationToken);
        }
        else
        {
            await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(contender, caller, began, duration, cancellationToken), cancellationToken)));
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(began);
        long bytes = GC.GetTotalAllocatedBytes(precise: true) - bytesBefore;
        TimeSpan client = Environment.CpuUsage.TotalTime - clientBefore;
        TimeSpan used = serverBefore is null ? TimeSpan.Zero : ServerTime.Between(serverBefore, server!.Read());
        double[] times = [.. _ticks.SelectMany(ticks => ticks).Select(ticks => Stopwatch.GetElapsedTime(0, ticks).TotalMilliseconds)];
        return new Sample(times, elapsed, bytes, client, used);
    }

    private async Task CallAsync(Contender contender, int caller, long began, TimeSpan duration, CancellationToken cancellationToken)
    {
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            long before = Stopwatch.GetTimestamp();
            await contender.OperateAsync(caller);
            _ticks[caller].Add(Stopwatch.GetTimestamp() - before);
        }
        while (Stopwatch.GetElapsedTime(began) < duration);
    }
}
