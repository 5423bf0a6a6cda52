using System.Diagnostics;
using EventStore.LoadTest.Servers;

namespace EventStore.LoadTest.Measuring;

/// <summary>Lets callers work for a while, and looks what it took.</summary>
internal sealed class Meter(ServerTime? server)
{
    /// <summary>Whether the server's processor time can be seen.</summary>
    public bool SeesServer => server is not null;

    /// <param name="contender">Who works.</param>
    /// <param name="callers">How many callers.</param>
    /// <param name="duration">After this time no operation begins; each caller does one at least.</param>
    /// <param name="cancellationToken">Ends the round before its time.</param>
    public async Task<Sample> RunAsync(Contender contender, int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        await contender.Prepare();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        IReadOnlyDictionary<int, TimeSpan>? serverBefore = server?.Read();
        TimeSpan clientBefore = Environment.CpuUsage.TotalTime;
        long bytesBefore = GC.GetTotalAllocatedBytes(precise: true);
        long began = Stopwatch.GetTimestamp();
        long operations = callers == 1
            ? await CallAsync(contender, 0, began, duration, cancellationToken)
            : (await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(contender, caller, began, duration, cancellationToken), cancellationToken)))).Sum();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(began);
        long bytes = GC.GetTotalAllocatedBytes(precise: true) - bytesBefore;
        TimeSpan client = Environment.CpuUsage.TotalTime - clientBefore;
        TimeSpan used = serverBefore is null ? TimeSpan.Zero : ServerTime.Between(serverBefore, server!.Read());
        return new Sample(operations, elapsed, bytes, client, used);
    }

    private static async Task<long> CallAsync(Contender contender, int caller, long began, TimeSpan duration, CancellationToken cancellationToken)
    {
        long operations = 0;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            await contender.OperateAsync(caller);
            operations++;
        }
        while (Stopwatch.GetElapsedTime(began) < duration);

        return operations;
    }
}
