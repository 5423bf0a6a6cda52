using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace EventStore.Benchmarks.Reporting;

/// <summary>Writes the last run's tables into the README of the benchmarks.</summary>
internal static class Readme
{
    private const string Begin = "<!-- tables:begin -->\n";
    private const string End = "<!-- tables:end -->\n";

    private static readonly (string Table, string Title, string First)[] Sections =
    [
        (Tables.Dispatch, "Dispatch: an event that has been read, to its handler", "events"),
        (Tables.Names, "Names: a stored name in UTF-8, to the ordinal of its event", "names"),
        (Tables.JsonRead, "JSON, read", "event"),
        (Tables.JsonWrite, "JSON, written", "event"),
        (Tables.Replay, "Replay: recorded events in UTF-8, to an aggregate", "events"),
        (Tables.Generator, "Generator: a run of its driver", "domain"),
        (Tables.Build, "Build: from the text of the sources to the assembly, in one process", "domain"),
    ];

    public static void Write(string path, IReadOnlyList<Measurement> justInTime, IReadOnlyList<Measurement> native)
    {
        string text = File.ReadAllText(path);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
            throw new InvalidOperationException($"{path} has no place for the tables. Write '{Begin.Trim()}' and '{End.Trim()}' where they belong.");

        File.WriteAllText(path, text[..(begin + Begin.Length)] + Render(justInTime, native) + text[end..]);
    }

    private static string Render(IReadOnlyList<Measurement> justInTime, IReadOnlyList<Measurement> native)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\nTaken on {DateTimeOffset.UtcNow:yyyy-MM-dd}: {Machine()}\n\n### Figures\n\n{Figure.ToTable(justInTime, native)}");
        foreach ((string table, string title, string first) in Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {title}\n");
            Append("Just in time", justInTime);
            Append("Native", native);

            void Append(string how, IReadOnlyList<Measurement> run)
            {
                Measurement[] rows = [.. run.Where(measurement => measurement.Table == table)];
                if (rows.Length > 0)
                    text.Append(CultureInfo.InvariantCulture, $"\n{how}:\n\n{Markdown.Table(first, rows)}");
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Machine()
    {
        const string information = "/proc/cpuinfo";
        string? model = File.Exists(information) ? File.ReadLines(information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return $"{model?.Split(':')[1].Trim() ?? "a processor without a name"}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.";
    }
}
