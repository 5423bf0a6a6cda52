using EventStore.Benchmarks;
using EventStore.Benchmarks.Dispatch;
using EventStore.Benchmarks.Generator;
using EventStore.Benchmarks.Json;
using EventStore.Benchmarks.Names;
using EventStore.Benchmarks.Replay;
using EventStore.Benchmarks.Reporting;

const string usage = """
    usage: EventStore.Benchmarks TABLE [--job Dry|Short|Default]

      dispatch | names | json | replay | generator | build    one table
      all                                                     each of them
      tables                                                  the tables of the last runs, into benchmarks/README.md
    """;

(string Command, string Table, Type Benchmarks)[] known =
[
    ("dispatch", Tables.Dispatch, typeof(DispatchBenchmarks)),
    ("names", Tables.Names, typeof(NameBenchmarks)),
    ("json", Tables.JsonRead, typeof(JsonReadBenchmarks)),
    ("json", Tables.JsonWrite, typeof(JsonWriteBenchmarks)),
    ("replay", Tables.Replay, typeof(ReplayBenchmarks)),
    ("generator", Tables.Generator, typeof(GeneratorBenchmarks)),
    ("build", Tables.Build, typeof(BuildBenchmarks)),
];

string root = FindRoot();
string results = Path.Combine(root, "artifacts", "benchmarks");
string? job = args switch
{
    [_] => Runner.Full,
    [_, "--job", Runner.Dry or Runner.Short or Runner.Full] => args[2],
    _ => null,
};
if (job is null)
    return Refuse();

if (args is ["tables"])
{
    Readme.Write(Path.Combine(root, "benchmarks", "README.md"), [.. known.SelectMany(table => Measurement.Read(ResultsOf(table.Table)))], Measurement.Read(ResultsOf("native")));
    return 0;
}

var chosen = known.Where(table => args[0] == "all" || args[0] == table.Command).ToArray();
if (chosen.Length == 0)
    return Refuse();

var runner = new Runner(job, results);
foreach ((_, string table, Type benchmarks) in chosen)
{
    IReadOnlyList<Measurement> measurements = runner.Run(table, benchmarks);

    // A dry run shows that everything runs, and measures nothing.
    if (job != Runner.Dry)
        Measurement.Write(ResultsOf(table), measurements);
}

return 0;

string ResultsOf(string table) => Path.Combine(results, table.Replace(' ', '-') + ".csv");

static int Refuse()
{
    Console.Error.WriteLine(usage);
    return 2;
}

static string FindRoot()
{
    var directory = new DirectoryInfo(AppContext.BaseDirectory);
    while (!File.Exists(Path.Combine(directory.FullName, "EventStore.sln")))
        directory = directory.Parent ?? throw new InvalidOperationException("The benchmarks run inside the repository, where their README is.");

    return directory.FullName;
}
