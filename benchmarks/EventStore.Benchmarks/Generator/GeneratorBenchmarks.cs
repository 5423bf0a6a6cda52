using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EventStore.Benchmarks.Generator;

/// <summary>What a run of the generator's driver takes: at first, and with each keystroke of an editor.</summary>
public class GeneratorBenchmarks
{
    private CSharpCompilation _parsed = null!;
    private GeneratorDriver _warm = null!;
    private CSharpCompilation _next = null!;
    private int _edit = 2;

    [GlobalSetup]
    public void Setup()
    {
        _parsed = Domain.Parse();
        _warm = Domain.Driver().RunGenerators(_parsed);
    }

    // A compilation that has been asked once answers faster: each iteration has one of its own.

    [IterationSetup(Target = nameof(Cold))]
    public void Anew() => _next = Domain.Compile(_parsed.SyntaxTrees);

    [IterationSetup(Target = nameof(AfterEventEdit))]
    public void EditEvent() => _next = Domain.WithEditedEvent(_parsed, ++_edit);

    [IterationSetup(Target = nameof(AfterUnrelatedEdit))]
    public void EditUnrelated() => _next = Domain.WithUnrelatedEdit(_parsed, ++_edit);

    [Benchmark(Description = Ways.Cold, Baseline = true)]
    public object Cold() => Domain.Driver().RunGenerators(_next);

    [Benchmark(Description = Ways.AfterEventEdit)]
    public object AfterEventEdit() => _warm.RunGenerators(_next);

    [Benchmark(Description = Ways.AfterUnrelatedEdit)]
    public object AfterUnrelatedEdit() => _warm.RunGenerators(_next);
}
