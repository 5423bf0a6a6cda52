using EventStore.LoadTest;
using EventStore.LoadTest.Servers;

namespace EventStore.PeerComparison.Reporting;

/// <summary>docs/comparison.md, which shows the results of a run.</summary>
internal static class ComparisonPage
{
    private const string Begin = "<!-- comparison:begin -->\n";
    private const string End = "<!-- comparison:end -->\n";

    /// <summary>Writes results between the marks.</summary>
    public static void Write(string markdown)
    {
        string path = Path.Combine(Clone.Root, "docs", "comparison.md");
        string page = File.ReadAllText(path);
        int from = page.IndexOf(Begin, StringComparison.Ordinal);
        int to = page.IndexOf(End, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new LoadTestException($"{path} has no place for the results. Write '{Begin.Trim()}' and '{End.Trim()}' where they belong.");
        }

        File.WriteAllText(path, $"{page[..(from + Begin.Length)]}\n{markdown}\n{page[to..]}");
    }
}
