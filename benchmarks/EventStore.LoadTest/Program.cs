using System.Runtime.InteropServices;
using System.Text;
using EventStore.LoadTest;
using EventStore.LoadTest.Growth;
using EventStore.LoadTest.Limit;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Reporting;
using EventStore.LoadTest.Servers;

// Ctrl-C and kill end the run, and the server that was started for it; a second one ends the program at once.
using var interrupted = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

try
{
    var options = Options.Parse(args);
    if (options.Help)
    {
        Console.Out.WriteLine(Options.Usage);
        return 0;
    }

    if (options.List)
    {
        Console.Out.WriteLine(string.Join('\n', RatioRun.Names));
        return 0;
    }

    if (options.CheckDocs)
    {
        return CheckDocs();
    }

    await using OwnServer? server = options.Connection is null ? await OwnServer.StartAsync(interrupted.Token) : null;
    var connection = new Connection(options.Connection ?? server!.ConnectionString) { GroupCommit = !options.WithoutGroupCommit };
    await (options.Growth ? GrowAsync(options, connection) : RunAsync(options, connection, server is not null));
    return 0;
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    Console.Error.WriteLine("load test: interrupted");
    return 130;
}
catch (LoadTestException exception)
{
    Console.Error.WriteLine($"load test: {exception.Message}");
    return 2;
}
catch (Exception exception)
{
    Console.Error.WriteLine($"load test: {exception}");
    return 1;
}

async Task RunAsync(Options options, Connection connection, bool isOwnServer)
{
    (string markdown, IReadOnlyList<Result> results) = await new RatioRun(options, connection, isOwnServer).RunAsync(interrupted.Token);
    Console.Out.WriteLine(markdown);

    string plot = RatioPlot.Draw(results);
    string path = PlotPath(options.Svg);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, plot);
    Console.Error.WriteLine($"load test: the plot is in {path}");
    if (options.Json is { } json)
    {
        JsonReport.Write(json, results);
    }

    if (options.WriteDocs)
    {
        PerformancePage.Write("results", $"{markdown}\n{PerformancePage.Keep("load-test", "The ratios as bars", plot)}");
    }
}

async Task GrowAsync(Options options, Connection connection)
{
    IReadOnlyList<GrowthTable> tables = await new GrowthRun(options, connection).RunAsync(interrupted.Token);
    var page = new StringBuilder();
    foreach (GrowthTable table in tables)
    {
        string markdown = GrowthReport.Write(table);
        string plot = LinePlot.Draw(table);
        Console.Out.WriteLine(markdown);
        string path = Path.Combine(Path.GetDirectoryName(PlotPath(options.Svg))!, $"{table.Name}.svg");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, plot);
        Console.Error.WriteLine($"load test: a plot is in {path}");
        page.Append(markdown).Append('\n').Append(options.WriteDocs ? PerformancePage.Keep(table.Name, $"{table.Title}, as lines", plot) : "").Append('\n');
    }

    if (options.WriteDocs)
    {
        PerformancePage.Write("growth", page.ToString().TrimEnd('\n') + "\n");
    }
}

static string PlotPath(string? asked)
{
    string path = Path.GetFullPath(asked ?? Path.Combine(Clone.Root, "artifacts", "load-test"));
    return path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? path : Path.Combine(path, "ratios.svg");
}

static int CheckDocs()
{
    IReadOnlyList<string> missing = PerformancePage.FindMissingStatements();
    foreach (string statement in missing)
    {
        Console.Error.WriteLine($"docs/performance.md does not show this statement of the limit as it is:\n{statement}\n");
    }

    Console.Error.WriteLine($"load test: docs/performance.md shows {LimitStatements.All.Count - missing.Count} of {LimitStatements.All.Count} statements");
    return missing.Count == 0 ? 0 : 1;
}

void Interrupt(PosixSignalContext context)
{
    context.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}
