using System.Globalization;
using System.Text.RegularExpressions;

namespace GitHistory.Tests;

/// <summary>What a program left behind. Its output stands as <see cref="Bytes"/>.</summary>
internal sealed partial record ProgramResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The output, once it is certain that the program succeeded.</summary>
    public string Answer
    {
        get
        {
            Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Errors}");
            return Output;
        }
    }

    public string[] AnswerLines => Answer.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The numbers of the import's line: commits, new events, all events.</summary>
    public (int Commits, int New, int All) Import
    {
        get
        {
            Match match = ImportLine().Match(ErrorLines.LastOrDefault() ?? "");
            Assert.True(match.Success, $"no line of an import: {Errors}");
            return (Number(1), Number(2), Number(3));

            int Number(int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The one line that a failed program says.</summary>
    public string Failure(int exitCode = 1)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode}: {Errors}");
        Assert.Empty(Output);
        Assert.Equal('\n', Errors[^1]);
        return Assert.Single(ErrorLines);
    }

    [GeneratedRegex("^(?:interrupted: )?(\\d+) commits, (\\d+) events new, (\\d+) in all(?:; the next import continues)?$")]
    private static partial Regex ImportLine();
}
