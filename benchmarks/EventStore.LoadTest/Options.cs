using System.Globalization;

namespace EventStore.LoadTest;

/// <summary>What the user asked for.</summary>
internal sealed record Options
{
    public const string Usage = """
        usage: EventStore.LoadTest [OPTION…]

        Measures the event store beside its bare limit, hand-written Npgsql on the same tables, in one run.
        Without options: everything, in about ten minutes, on a server of its own.

          --connection "…"    a given server and database, in Npgsql's words ("Host=…;Username=…"); the store
                              goes into its schema load_test, which must not be there and is dropped at the end.
                              Without it, a server is started (and installed where it is missing), and removed
          --quick             everything once (but 64 callers with 1,000 events each), in less than two
                              minutes: shows that all works; the figures mean nothing. The exit code is 1
                              if anything fails, and never depends on a time
          --only NAME[,…]     some workloads, such as append-1,catch-up-fold; a part of a name that ends with *
                              takes all that begin so: append-*
          --rounds N          how many rounds each workload has; 9 by default
          --without-group-commit  each append of the library in a transaction of its own, as the limit's are
          --seed N            what texts and orders are drawn from; it is printed
          --json FILE         writes the results for machines
          --svg FILE|DIR      writes the plot; by default into artifacts/load-test
          --list              the names of the workloads
          --growth [full]     instead: how cost grows with events, streams, callers and projections; 10 million
                              events with full; --only then names events, streams, callers, projections
          --check-docs        instead: whether docs/performance.md has the limit's statements word for word
          --write-docs        writes the results into docs/performance.md too
          --help              this text
        """;

    public string? Connection { get; private init; }

    public bool Quick { get; private init; }

    public IReadOnlyList<string> Only { get; private init; } = [];

    public int? Rounds { get; private init; }

    public bool WithoutGroupCommit { get; private init; }

    public int Seed { get; private init; } = 20_260_101;

    public string? Json { get; private init; }

    public string? Svg { get; private init; }

    public bool List { get; private init; }

    public bool Growth { get; private init; }

    public bool GrowthIsFull { get; private init; }

    public bool CheckDocs { get; private init; }

    public bool WriteDocs { get; private init; }

    public bool Help { get; private init; }

    /// <exception cref="LoadTestException">An option is unknown, or lacks its value.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            options = argument switch
            {
                "--connection" => options with { Connection = Value() },
                "--quick" => options with { Quick = true },
                "--only" => options with { Only = [.. options.Only, .. Value().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] },
                "--rounds" => options with { Rounds = Number(1, 1_000) },
                "--without-group-commit" => options with { WithoutGroupCommit = true },
                "--seed" => options with { Seed = Number(0, int.MaxValue) },
                "--json" => options with { Json = Value() },
                "--svg" => options with { Svg = Value() },
                "--list" => options with { List = true },
                "--growth" => options with { Growth = true, GrowthIsFull = rest.TryPeek(out string? next) && next == "full" && rest.Dequeue() == "full" },
                "--check-docs" => options with { CheckDocs = true },
                "--write-docs" => options with { WriteDocs = true },
                "--help" or "-h" => options with { Help = true },
                _ => throw new LoadTestException($"There is no option '{argument}'. --help tells which there are."),
            };

            string Value() => rest.TryDequeue(out string? value) ? value : throw new LoadTestException($"{argument} needs a value. --help tells which.");

            int Number(int least, int most) =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
                    ? number
                    : throw new LoadTestException(string.Create(CultureInfo.InvariantCulture, $"{argument} takes a number from {least} to {most}."));
        }

        return options is { WriteDocs: true, Quick: true } or { WriteDocs: true, WithoutGroupCommit: true }
            ? throw new LoadTestException("The figures of --quick mean nothing, and those of --without-group-commit are not the library's: they do not belong into the documentation. Leave --write-docs out.")
            : options;
    }

    /// <summary>Whether a workload was asked for.</summary>
    public bool Includes(string workload) =>
        Only.Count == 0 || Only.Any(name => name.EndsWith('*') ? workload.StartsWith(name[..^1], StringComparison.Ordinal) : workload == name);
}
