using BenchmarkDotNet.Attributes;

namespace EventStore.Benchmarks.Dispatch;

/// <summary>From an event that has been read to its handler, as a replay does it. One operation is one event.</summary>
public class DispatchBenchmarks
{
    public const int Operations = DispatchPass.Length;

    private DispatchPass _pass = null!;

    /// <summary>How many events the aggregate handles.</summary>
    [Params(2, 12, 64, 300)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup() => _pass = DispatchPass.Of(Events);

    [Benchmark(Description = Ways.Ours, OperationsPerInvoke = Operations)]
    public long Ours() => _pass.Ours();

    [Benchmark(Description = Ways.HandWrittenSwitch, OperationsPerInvoke = Operations, Baseline = true)]
    public long HandWrittenSwitch() => _pass.HandWrittenSwitch();

    [Benchmark(Description = Ways.SwitchBehindInterface, OperationsPerInvoke = Operations)]
    public long SwitchBehindInterface() => _pass.SwitchBehindInterface();

    [Benchmark(Description = Ways.TypeSwitch, OperationsPerInvoke = Operations)]
    public long TypeSwitch() => _pass.TypeSwitch();

    [Benchmark(Description = Ways.DelegateDictionary, OperationsPerInvoke = Operations)]
    public long DelegateDictionary() => _pass.DelegateDictionary();

    [Benchmark(Description = Ways.MethodInvoke, OperationsPerInvoke = Operations)]
    public long MethodInvoke() => _pass.MethodInvoke();

    [Benchmark(Description = Ways.CompiledExpression, OperationsPerInvoke = Operations)]
    public long CompiledExpression() => _pass.CompiledExpression();
}
