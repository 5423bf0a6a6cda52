using System.Runtime.InteropServices;
using EventStore.LoadTest;
using EventStore.LoadTest.Servers;
using EventStore.PeerComparison;
using EventStore.PeerComparison.Reporting;
using EventStore.PeerComparison.Startup;

// Ctrl-C and kill end the run, and the server that was started for it; a second one ends the program at once.
using var interrupted = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

try
{
    // The process is one of those whose start is timed.
    if (args is ["--startup", var connectionString])
    {
        await PeerStart.RunAsync(connectionString);
        return 0;
    }

    var options = Options.Parse(args);
    if (options.Help)
    {
        Console.Out.WriteLine(Options.Usage);
        return 0;
    }

    if (options.List)
    {
        Console.Out.WriteLine(string.Join('\n', ComparisonRun.Names));
        return 0;
    }

    await using OwnServer? server = options.Connection is null ? await OwnServer.StartAsync(interrupted.Token) : null;
    var connection = new Connection(options.Connection ?? server!.ConnectionString) { PoolSize = options.PoolSize };
    Comparison comparison = await new ComparisonRun(options, connection, server is not null).RunAsync(interrupted.Token);
    string markdown = Report.Write(comparison);
    Console.Out.WriteLine(markdown);
    if (options.Json is { } json)
    {
        JsonReport.Write(json, comparison);
    }

    if (options.WriteDocs)
    {
        ComparisonPage.Write(markdown);
    }

    return 0;
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    Console.Error.WriteLine("comparison: interrupted");
    return 130;
}
catch (LoadTestException exception)
{
    Console.Error.WriteLine($"comparison: {exception.Message}");
    return 2;
}
catch (Exception exception)
{
    Console.Error.WriteLine($"comparison: {exception}");
    return 1;
}

void Interrupt(PosixSignalContext context)
{
    context.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
}
