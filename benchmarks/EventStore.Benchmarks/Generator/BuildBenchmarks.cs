using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace EventStore.Benchmarks.Generator;

/// <summary>What the compiler takes for a project from its sources' text to its assembly, in this process.</summary>
public class BuildBenchmarks
{
    [Benchmark(Description = Ways.WithoutGenerator, Baseline = true)]
    public long Alone() => Emit(Domain.Parse());

    [Benchmark(Description = Ways.WithGenerator)]
    public long WithGenerator() => Emit(Generate());

    [Benchmark(Description = Ways.WithAnalyzers)]
    public async Task<long> WithAnalyzers()
    {
        Compilation generated = Generate();
        long length = Emit(generated);
        ImmutableArray<Diagnostic> diagnostics = await generated.WithAnalyzers([.. Domain.Analyzers]).GetAnalyzerDiagnosticsAsync();
        return length + diagnostics.Length;
    }

    private static Compilation Generate()
    {
        Domain.Driver().RunGeneratorsAndUpdateCompilation(Domain.Parse(), out Compilation generated, out _);
        return generated;
    }

    private static long Emit(Compilation compilation)
    {
        using var assembly = new MemoryStream();
        EmitResult result = compilation.Emit(assembly);
        return result.Success
            ? assembly.Length
            : throw new InvalidOperationException($"The domain does not compile: {result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
    }
}
