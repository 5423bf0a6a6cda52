using System.Globalization;

namespace EventStore.LoadTest.Reporting;

/// <summary>Says on the standard error what goes on: in one line that changes on a terminal, otherwise a line for each workload.</summary>
internal sealed class Progress(int total)
{
    private const string ClearLine = "\r\e[K";

    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private int _done;

    /// <summary>What goes on within a workload; on a terminal only.</summary>
    public void Tell(string workload, string words)
    {
        if (_isTerminal)
        {
            Console.Error.Write($"{ClearLine}{Head()} {workload}: {words}");
        }
    }

    /// <summary>What came of a workload.</summary>
    public void Done(string workload, string outcome)
    {
        _done++;
        Console.Error.WriteLine($"{(_isTerminal ? ClearLine : "")}{Head()} {workload,-28} {outcome}");
    }

    private string Head() => string.Create(CultureInfo.InvariantCulture, $"[{TimeProvider.System.GetElapsedTime(_began).TotalSeconds,4:0} s, {_done}/{total}]");
}
