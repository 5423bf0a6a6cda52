using System.Globalization;

namespace EventStore.Benchmarks.Reporting;

/// <summary>Writes measurements as tables: a row for each case, a column for each way.</summary>
internal static class Markdown
{
    public static string Table(string first, IReadOnlyList<Measurement> measurements)
    {
        string[] ways = [.. measurements.Select(measurement => measurement.Way).Distinct()];
        return Table(
            [first, .. ways],
            from rows in measurements.GroupBy(measurement => measurement.Case)
            select (string[])[rows.Key, .. ways.Select(way => rows.SingleOrDefault(measurement => measurement.Way == way) is { } found ? Cell(found) : "")]);
    }

    public static string Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Prepend([.. heads.Select(_ => "---")]).Prepend(heads).Select(cells => $"| {string.Join(" | ", cells)} |\n"));

    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => Digits(nanoseconds) + " ns",
        < 1e6 => Digits(nanoseconds / 1e3) + " µs",
        < 1e9 => Digits(nanoseconds / 1e6) + " ms",
        _ => Digits(nanoseconds / 1e9) + " s",
    };

    public static string Size(double bytes) => bytes switch
    {
        < 1e4 => bytes.ToString("N0", CultureInfo.InvariantCulture) + " B",
        < 1e6 => Digits(bytes / 1e3) + " kB",
        _ => Digits(bytes / 1e6) + " MB",
    };

    public static string Digits(double number) => number.ToString(number < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static string Cell(Measurement measurement) =>
        measurement.Bytes < 0.5 ? Time(measurement.Nanoseconds) : $"{Time(measurement.Nanoseconds)}, {Size(measurement.Bytes)}";
}
