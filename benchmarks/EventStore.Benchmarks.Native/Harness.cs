using System.Diagnostics;

namespace EventStore.Benchmarks.Native;

/// <summary>Takes the least time of many short samples: what else runs on the machine only ever adds.</summary>
internal sealed class Harness(int samples)
{
    private static readonly TimeSpan ShortestSample = TimeSpan.FromMilliseconds(1);

    private readonly List<Measurement> _measurements = [];

    public IReadOnlyList<Measurement> Measurements => _measurements;

    /// <summary>Measures one case in one way, and says at once what it came to.</summary>
    /// <param name="table">The table.</param>
    /// <param name="case">The row.</param>
    /// <param name="way">The column.</param>
    /// <param name="operations">How many operations a call is.</param>
    /// <param name="call">The call.</param>
    public void Measure<T>(string table, string @case, string way, int operations, Func<T> call)
    {
        int calls = 1;
        while (Time(call, calls) < ShortestSample && samples > 1)
            calls *= 2;

        TimeSpan least = Enumerable.Range(0, samples).Min(_ => Time(call, calls));
        var measurement = new Measurement(table, @case, way, least.TotalNanoseconds / calls / operations, Bytes(call, calls) / (double)operations);
        _measurements.Add(measurement);
        Console.WriteLine($"{table,-12} {@case,-26} {way,-36} {measurement.Nanoseconds,12:0.0} ns {measurement.Bytes,10:0} B");
    }

    private static TimeSpan Time<T>(Func<T> call, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
            _ = call();

        return Stopwatch.GetElapsedTime(start);
    }

    private static double Bytes<T>(Func<T> call, int calls)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < calls; i++)
            _ = call();

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)calls;
    }
}
