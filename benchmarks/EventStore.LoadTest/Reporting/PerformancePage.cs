using EventStore.LoadTest.Limit;
using EventStore.LoadTest.Servers;

namespace EventStore.LoadTest.Reporting;

/// <summary>docs/performance.md, which shows the limit's statements and the results of a run.</summary>
internal static class PerformancePage
{
    private static string PathOfPage => Path.Combine(Clone.Root, "docs", "performance.md");

    /// <summary>The statements that the page does not show as they are.</summary>
    public static IReadOnlyList<string> FindMissingStatements()
    {
        string page = File.ReadAllText(PathOfPage);
        return [.. LimitStatements.All.Where(statement => !page.Contains(statement, StringComparison.Ordinal))];
    }

    /// <summary>Writes results, and their plot, between the marks of a part.</summary>
    /// <param name="part">What the marks are called: <c>results</c> or <c>growth</c>.</param>
    /// <param name="markdown">The results.</param>
    public static void Write(string part, string markdown)
    {
        string begin = $"<!-- {part}:begin -->\n";
        string end = $"<!-- {part}:end -->\n";
        string page = File.ReadAllText(PathOfPage);
        int from = page.IndexOf(begin, StringComparison.Ordinal);
        int to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new LoadTestException($"{PathOfPage} has no place for the results. Write '{begin.Trim()}' and '{end.Trim()}' where they belong.");
        }

        File.WriteAllText(PathOfPage, $"{page[..(from + begin.Length)]}\n{markdown}\n{page[to..]}");
    }

    /// <summary>Keeps a plot beside the page, and gives the line that shows it.</summary>
    /// <param name="name">Its name, without an ending.</param>
    /// <param name="title">What it shows, for those who do not see it.</param>
    /// <param name="svg">The plot.</param>
    public static string Keep(string name, string title, string svg)
    {
        string directory = Path.Combine(Clone.Root, "docs", "plots");
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, $"{name}.svg"), svg);
        return $"![{title}](plots/{name}.svg)\n";
    }
}
