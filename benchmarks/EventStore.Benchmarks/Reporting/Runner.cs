using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace EventStore.Benchmarks.Reporting;

/// <summary>Runs benchmarks in this process, and gives what they came to.</summary>
internal sealed class Runner(string job, string artifacts)
{
    public const string Full = "Default";
    public const string Short = "Short";
    public const string Dry = "Dry";

    public IReadOnlyList<Measurement> Run(string table, Type benchmarks)
    {
        Summary summary = BenchmarkRunner.Run(benchmarks, Config(isCompiler: benchmarks.Namespace == typeof(Generator.BuildBenchmarks).Namespace));
        return summary.HasCriticalValidationErrors || summary.Reports.Length == 0 || summary.Reports.Any(report => !report.Success)
            ? throw new InvalidOperationException($"A benchmark of the table '{table}' failed: see above.")
            : [.. summary.Reports.Select(report => Measure(table, report))];
    }

    private static Measurement Measure(string table, BenchmarkReport report)
    {
        BenchmarkCase benchmark = report.BenchmarkCase;
        object? parameter = benchmark.Parameters.Items.Select(item => item.Value).FirstOrDefault();
        string way = benchmark.Descriptor.WorkloadMethod.GetCustomAttribute<BenchmarkAttribute>()!.Description!;
        return new Measurement(
            table,
            parameter switch { null => Generator.Domain.Size, int number => Tables.Number(number), _ => parameter.ToString()! },
            way,
            report.ResultStatistics!.Min,
            report.GcStats.GetBytesAllocatedPerOperation(benchmark) ?? 0);
    }

    private ManualConfig Config(bool isCompiler) => ManualConfig.CreateEmpty()
        .AddJob((isCompiler ? CompilerJob() : CodeJob()).WithToolchain(InProcessEmitToolchain.DontLogOutput))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(ConsoleLogger.Default)
        .WithArtifactsPath(artifacts);

    /// <summary>Nanoseconds: many short iterations, of which the least counts.</summary>
    private Job CodeJob() => job switch
    {
        Dry => Job.Dry,
        Short => Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(50)).WithWarmupCount(4).WithIterationCount(6),
        _ => Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(100)).WithWarmupCount(6).WithIterationCount(15),
    };

    /// <summary>Milliseconds to seconds: an iteration is one run.</summary>
    private Job CompilerJob() => job switch
    {
        Dry => Job.Dry,
        Short => Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(1).WithIterationCount(3),
        _ => Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(2).WithIterationCount(10),
    };
}
