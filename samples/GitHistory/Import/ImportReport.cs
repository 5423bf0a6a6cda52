using System.Diagnostics;

namespace GitHistory.Import;

/// <summary>What an import says on the standard error; its progress only where a person sees it.</summary>
internal sealed class ImportReport
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private long _lastShown = Stopwatch.GetTimestamp();
    private bool _isShown;

    public void Progress(int commits, int all)
    {
        if (_isTerminal && Stopwatch.GetElapsedTime(_lastShown) >= Pause)
        {
            Console.Error.Write($"\rimporting commit {commits} of {all}");
            _lastShown = Stopwatch.GetTimestamp();
            _isShown = true;
        }
    }

    public void Waiting()
    {
        if (_isTerminal)
        {
            Console.Error.Write("\rwaiting for another import of this repository");
            _isShown = true;
        }
    }

    public void ImportsAnew(string reason) => Write($"{reason}; importing anew");

    public void Done(ImportSummary summary) => Write(summary.ToString());

    public void Interrupted(ImportSummary summary) => Write($"interrupted: {summary}; the next import continues");

    /// <summary>Takes the progress off the line.</summary>
    public void Clear()
    {
        if (_isShown)
        {
            Console.Error.Write("\r\e[K");
            _isShown = false;
        }
    }

    private void Write(string line)
    {
        Clear();
        Console.Error.WriteLine(line);
    }
}
