using BenchmarkDotNet.Attributes;

namespace EventStore.Benchmarks.Names;

/// <summary>From a stored name in UTF-8 to the ordinal of its event. One operation is one name.</summary>
public class NameBenchmarks
{
    public const int Operations = NamePass.Length;

    private NamePass _pass = null!;

    /// <summary>How many names there are.</summary>
    [Params(8, 64, 256)]
    public int Names { get; set; }

    [GlobalSetup]
    public void Setup() => _pass = NamePass.Of(Names);

    [Benchmark(Description = Ways.Ours, OperationsPerInvoke = Operations)]
    public int Ours() => _pass.Ours();

    [Benchmark(Description = Ways.FrozenDictionary, OperationsPerInvoke = Operations, Baseline = true)]
    public int FrozenDictionary() => _pass.FrozenDictionary();

    [Benchmark(Description = Ways.AlternateLookup, OperationsPerInvoke = Operations)]
    public int AlternateLookup() => _pass.AlternateLookup();

    [Benchmark(Description = Ways.StringSwitch, OperationsPerInvoke = Operations)]
    public int StringSwitch() => _pass.StringSwitch();
}
