using System.Globalization;
using EventStore.LoadTest;

namespace EventStore.PeerComparison;

/// <summary>What the user asked for.</summary>
internal sealed record Options
{
    public const string Usage = """
        usage: EventStore.PeerComparison [OPTION…]

        Measures the event store beside its peers, Marten and a plain store by reflection, in one run against one server.
        Without options: everything, in about ten minutes, on a server of its own. benchmarks/compare builds all that it
        needs, the program of the startup times among it, and runs it.

          --connection "…"    a given server and database, in Npgsql's words ("Host=…;Username=…"); schemas of the
                              peers are made there and stay: give it a database of its own. Without it, a server is
                              started (and installed where it is missing), and removed
          --quick             everything once, in about a minute: shows that all works; the figures mean nothing
          --only NAME[,…]     some workloads, such as append-1,rebuild-fold; a part of a name that ends with *
                              takes all that begin so: append-*
          --peers NAME[,…]    some peers; the library itself is always among them
          --rounds N          how many rounds each workload has
          --pool N            the most connections of each peer; 16 by default
          --seed N            what texts and orders are drawn from; it is printed
          --json FILE         writes the results for machines
          --list              the names of the workloads and the peers
          --write-docs        writes the results into docs/comparison.md too
          --help              this text
        """;

    public string? Connection { get; private init; }

    public bool Quick { get; private init; }

    public IReadOnlyList<string> Only { get; private init; } = [];

    public IReadOnlyList<string> Peers { get; private init; } = [];

    public int? Rounds { get; private init; }

    public int PoolSize { get; private init; } = 16;

    public int Seed { get; private init; } = 20_260_101;

    public string? Json { get; private init; }

    public bool List { get; private init; }

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
                "--only" => options with { Only = [.. options.Only, .. Names()] },
                "--peers" => options with { Peers = [.. options.Peers, .. Names()] },
                "--rounds" => options with { Rounds = Number(1, 1_000) },
                "--pool" => options with { PoolSize = Number(1, 40) },
                "--seed" => options with { Seed = Number(0, int.MaxValue) },
                "--json" => options with { Json = Value() },
                "--list" => options with { List = true },
                "--write-docs" => options with { WriteDocs = true },
                "--help" or "-h" => options with { Help = true },
                _ => throw new LoadTestException($"There is no option '{argument}'. --help tells which there are."),
            };

            string Value() => rest.TryDequeue(out string? value) ? value : throw new LoadTestException($"{argument} needs a value. --help tells which.");

            string[] Names() => Value().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

            int Number(int least, int most) =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
                    ? number
                    : throw new LoadTestException(string.Create(CultureInfo.InvariantCulture, $"{argument} takes a number from {least} to {most}."));
        }

        bool isPart = options.Quick || options.Only.Count > 0 || options.Peers.Count > 0;
        return options.WriteDocs && isPart
            ? throw new LoadTestException("Figures of --quick mean nothing, and a part of them is not all: only a whole run belongs into the documentation. Leave --write-docs out, or --quick, --only and --peers.")
            : options;
    }

    /// <summary>Whether a workload was asked for.</summary>
    public bool Includes(string workload) =>
        Only.Count == 0 || Only.Any(name => name.EndsWith('*') ? workload.StartsWith(name[..^1], StringComparison.Ordinal) : workload == name);
}
