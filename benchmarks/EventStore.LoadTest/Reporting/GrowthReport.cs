using System.Globalization;
using EventStore.LoadTest.Growth;

namespace EventStore.LoadTest.Reporting;

/// <summary>Writes how cost grows as a table, and draws it.</summary>
internal static class GrowthReport
{
    public static string Write(GrowthTable table) =>
        $"### {table.Title}\n\n" + Markdown.Table(
            [table.Size, .. table.Figures],
            from row in table.Rows
            select (string[])[row.Size.ToString("N0", CultureInfo.InvariantCulture), .. row.Values.Select(Figure)]);

    private static string Figure(double? value) => value is { } number && number < 100 ? number.ToString("0.0", CultureInfo.InvariantCulture) : Markdown.Rate(value);
}
