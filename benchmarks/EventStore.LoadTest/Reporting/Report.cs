using System.Globalization;
using EventStore.LoadTest.Measuring;

namespace EventStore.LoadTest.Reporting;

/// <summary>All tables of a run, with the machine that they are of.</summary>
internal static class Report
{
    public static string Write(IReadOnlyList<Result> results, string machine, Pace pace)
    {
        IEnumerable<string> parts =
        [
            pace.IsQuick ? "**A quick run: it shows that everything works. Its figures mean nothing.**\n" : "",
            machine,
            Section("Rates", "Events a second, medians of the rounds. A ratio is the median of the rounds' ratios; above 1 the library is faster.", Markdown.Rates(results)),
            Section("What an operation costs", "Round trips are what an operation waits for at the server; processor time is that of the whole process, and of all processes of the server.", Markdown.Costs(results)),
            Section("From an append to a projection", "", Markdown.Latencies(results)),
            Section("The limit, beside the rates that the layout was chosen by", "See Reference.cs for the machine of then.", Markdown.Absolute(results)),
        ];
        return string.Join('\n', parts.Where(part => part.Length > 0));
    }

    private static string Section(string title, string words, string table) =>
        table.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"### {title}\n\n{(words.Length == 0 ? "" : words + "\n\n")}{table}");
}
