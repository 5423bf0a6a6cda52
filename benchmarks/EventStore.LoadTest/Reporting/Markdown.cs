using System.Globalization;
using EventStore.LoadTest.Measuring;

namespace EventStore.LoadTest.Reporting;

/// <summary>Writes results as tables.</summary>
internal static class Markdown
{
    public static string Rates(IEnumerable<Result> results) => Table(
        ["workload", "callers", "ours, events/s", "limit, events/s", "ratio", "quartiles", "ours, B/event", "limit, B/event"],
        from result in results
        where result.Ratio is not null
        select (string[])
        [
            result.Workload, Whole(result.Callers), Rate(result.OursPerSecond), Rate(result.LimitPerSecond),
            $"**{Factor(result.Ratio?.Median)}**", $"{Factor(result.Ratio?.Low)}–{Factor(result.Ratio?.High)}",
            Rate(result.BytesPerEvent), Rate(result.LimitBytesPerEvent),
        ]);

    public static string Costs(IEnumerable<Result> results) => Table(
        ["workload", "callers", "events an operation", "round trips", "limit", "client CPU, µs", "limit", "server CPU, µs", "limit", "pool", "rounds"],
        from result in results
        where result.Ratio is not null
        select (string[])
        [
            result.Workload, Whole(result.Callers), Whole(result.EventsPerOperation), Trips(result.RoundTrips), Trips(result.LimitRoundTrips),
            Time(result.ClientTime), Time(result.LimitClientTime), Time(result.ServerTime), Time(result.LimitServerTime), Whole(result.PoolSize), Whole(result.Rounds),
        ]);

    public static string Absolute(IEnumerable<Result> results) => Table(
        ["limit of", "callers", "here, events/s", "then, events/s", "factor"],
        from result in results
        let reference = Reference.Find(result.Workload, result.Callers)
        where reference is not null && result.LimitPerSecond is not null
        select (string[])[result.Workload, Whole(result.Callers), Rate(result.LimitPerSecond), Rate(reference), Factor(result.LimitPerSecond / reference)]);

    public static string Latencies(IEnumerable<Result> results) => Table(
        ["workload", "events", "p50, ms", "p99, ms"],
        from result in results
        where result.Half is not null
        select (string[])[result.Workload, Whole(result.Rounds), Milliseconds(result.Half), Milliseconds(result.NinetyNine)]);

    /// <summary>A table, or nothing where it would have no rows.</summary>
    public static string Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [.. rows];
        return all.Length == 0
            ? ""
            : string.Concat(all.Prepend([.. heads.Select((_, i) => i == 0 ? "---" : "--:")]).Prepend(heads).Select(cells => $"| {string.Join(" | ", cells)} |\n"));
    }

    public static string Rate(double? number) => number is { } value ? value.ToString("N0", CultureInfo.InvariantCulture) : "";

    public static string Factor(double? number) => number is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) : "";

    private static string Whole(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Trips(double? number) => number is { } value ? value.ToString(value < 9.95 ? "0.0#" : "N0", CultureInfo.InvariantCulture) : "";

    private static string Time(TimeSpan? time) => time is { } value ? value.TotalMicroseconds.ToString("N0", CultureInfo.InvariantCulture) : "";

    private static string Milliseconds(TimeSpan? time) => time is { } value ? value.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) : "";
}
