using System.Globalization;
using EventStore.LoadTest.Measuring;
using EventStore.PeerComparison.Measuring;
using EventStore.PeerComparison.Startup;

namespace EventStore.PeerComparison.Reporting;

/// <summary>Writes what came of a run as tables.</summary>
internal static class Report
{
    public static string Write(Comparison comparison)
    {
        Outcome[] rates = [.. comparison.Outcomes.Where(outcome => outcome.PerSecond is not null)];
        IEnumerable<string> parts =
        [
            comparison.IsQuick ? "**A quick run: it shows that everything works. Its figures mean nothing.**\n" : "",
            comparison.Conditions,
            Section("How many times as fast the library is", "The library's rate by that of the peer, the median of the rounds' ratios; in parentheses their quartiles. Below 1 the peer is faster.", Ratios(rates)),
            Section("Rates and times", "Rates, bytes and processor time are those of an event; p50 and p99 those of an operation.", Rates(rates)),
            Section("From an append to a projection", "", Latencies(comparison.Outcomes.Where(outcome => outcome.PerSecond is null))),
            Section("From the start of a process to its first committed append", "", Starts(comparison.Starts)),
        ];
        return string.Join('\n', parts.Where(part => part.Length > 0));
    }

    private static string Ratios(IReadOnlyList<Outcome> outcomes)
    {
        string[] peers = [.. outcomes.Where(outcome => outcome.Ratio is not null).Select(outcome => outcome.Peer).Distinct()];
        return Table(
            ["workload", "callers", .. peers],
            from workload in outcomes.GroupBy(outcome => (outcome.Workload, outcome.Callers))
            select (string[])[workload.Key.Workload, Number(workload.Key.Callers), .. peers.Select(peer => Ratio(workload.Single(outcome => outcome.Peer == peer).Ratio!.Value))]);
    }

    private static string Rates(IEnumerable<Outcome> outcomes) => Table(
        ["workload", "callers", "peer", "events/s", "quartiles", "p50, ms", "p99, ms", "B/event", "client CPU, µs", "server CPU, µs", "rounds"],
        from outcome in outcomes
        let rate = outcome.PerSecond!.Value
        select (string[])
        [
            outcome.Workload, Number(outcome.Callers), outcome.Peer, Number(rate.Median), $"{Number(rate.Low)}–{Number(rate.High)}",
            Short(outcome.Half), Short(outcome.NinetyNine), Number(outcome.BytesPerEvent), Short(outcome.ClientTime), Short(outcome.ServerTime), Number(outcome.Rounds),
        ]);

    private static string Latencies(IEnumerable<Outcome> outcomes) => Table(
        ["peer", "events", "p50, ms", "p99, ms"],
        from outcome in outcomes
        select (string[])[outcome.Peer, Number(outcome.Rounds), Short(outcome.Half), Short(outcome.NinetyNine)]);

    private static string Starts(IEnumerable<StartOutcome> starts) => Table(
        ["program", "looks at its tables first", "starts", "ms", "quartiles", "executable, MB"],
        from start in starts
        select (string[])
        [
            start.Program, start.ChecksSchema ? "yes" : "no", Number(start.Times), Number(start.Milliseconds.Median),
            $"{Number(start.Milliseconds.Low)}–{Number(start.Milliseconds.High)}", start.Bytes is { } bytes ? (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture) : "",
        ]);

    private static string Section(string title, string words, string table) =>
        table.Length == 0 ? "" : $"### {title}\n\n{(words.Length == 0 ? "" : words + "\n\n")}{table}";

    private static string Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [.. rows];
        return all.Length == 0
            ? ""
            : string.Concat(all.Prepend([.. heads.Select((_, i) => i == 0 ? "---" : "--:")]).Prepend(heads).Select(cells => $"| {string.Join(" | ", cells)} |\n"));
    }

    private static string Ratio(Spread ratio) =>
        string.Create(CultureInfo.InvariantCulture, $"**{ratio.Median:0.0#}** ({ratio.Low:0.0#}–{ratio.High:0.0#})");

    private static string Number(double? number) => number is { } value ? value.ToString("N0", CultureInfo.InvariantCulture) : "";

    private static string Short(double? number) => number is { } value ? value.ToString(value < 9.95 ? "0.00" : value < 99.5 ? "0.0" : "N0", CultureInfo.InvariantCulture) : "";
}
