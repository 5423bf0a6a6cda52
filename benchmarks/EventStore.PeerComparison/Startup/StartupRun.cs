using System.Diagnostics;
using System.Globalization;
using EventStore.LoadTest;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;
using EventStore.PeerComparison.Martens;
using EventStore.PeerComparison.Reflection;
using Marten;

namespace EventStore.PeerComparison.Startup;

/// <summary>Starts small programs that append one event and end, in an order of chance.</summary>
internal sealed class StartupRun(Setting setting, Random random)
{
    public const string Name = "startup";

    private const string Ours = "EventStore.PeerComparison.Startup";
    private const string Martens = "EventStore.PeerComparison.MartenStartup";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<IReadOnlyList<StartOutcome>> RunAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        tell("set up");
        await using (IEventStore store = setting.Connection.BuildStore())
        {
            await store.InstallAsync(cancellationToken);
            await store.CreateStreamAsync(Name, cancellationToken);
        }

        await new ReflectionPeer(setting).InstallStartAsync();
        foreach (bool fastest in (bool[])[false, true])
        {
            await using DocumentStore marten = await new MartenConfiguration(setting.Connection.Pooled, fastest).OpenAsync(Name);
        }

        Candidate[] candidates = [.. Candidates().Where(candidate => File.Exists(candidate.File))];
        var times = candidates.ToDictionary(candidate => candidate, _ => new List<double>());
        for (int time = 0; time <= setting.Pace.Starts; time++)
        {
            random.Shuffle(candidates);
            foreach (Candidate candidate in candidates)
            {
                tell($"{time} of {setting.Pace.Starts}, {candidate.Program}");
                double milliseconds = await StartAsync(candidate, cancellationToken);

                // The first start reads the program from the disk.
                if (time > 0)
                {
                    times[candidate].Add(milliseconds);
                }
            }
        }

        return
        [
            .. from candidate in Candidates()
               where times.ContainsKey(candidate)
               select new StartOutcome(candidate.Program, candidate.ChecksSchema, setting.Pace.Starts, Spread.Of(times[candidate]), candidate.IsNative ? new FileInfo(candidate.File).Length : null),
        ];
    }

    private static async Task<double> StartAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(candidate.File, candidate.Arguments) { RedirectStandardOutput = true };
        start.Environment[Clock.Variable] = Clock.Now;
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 && double.TryParse(output.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double milliseconds)
            ? milliseconds
            : throw new LoadTestException($"{candidate.File} {string.Join(' ', candidate.Arguments)} ended with {process.ExitCode}.");
    }

    private IEnumerable<Candidate> Candidates()
    {
        string connection = setting.Connection.Pooled;
        yield return new Candidate("ours, native", false, Native(Ours), [connection, "append"], true);
        yield return new Candidate("ours, native", true, Native(Ours), [connection, "install"], true);
        yield return new Candidate("ours", false, JustInTime(Ours), [connection, "append"]);
        yield return new Candidate("ours", true, JustInTime(Ours), [connection, "install"]);
        yield return new Candidate("marten-fastest, native", false, Native(Martens), [connection, "fastest"], true);
        yield return new Candidate("marten-fastest", false, JustInTime(Martens), [connection, "fastest"]);
        yield return new Candidate("marten", true, JustInTime(Martens), [connection, "default"]);
        yield return new Candidate("reflection", false, Path.Combine(AppContext.BaseDirectory, "EventStore.PeerComparison"), ["--startup", connection]);

        static string Native(string project) => Path.Combine(Clone.Root, "artifacts", "publish", project, "release_linux-x64", project);

        static string JustInTime(string project) => Path.Combine(Clone.Root, "artifacts", "bin", project, "release", project);
    }

    /// <summary>Compared by what it is called, and by whether it checks the schema.</summary>
    private sealed record Candidate(string Program, bool ChecksSchema, string File, IReadOnlyList<string> Arguments, bool IsNative = false)
    {
        public bool Equals(Candidate? other) => other is not null && other.Program == Program && other.ChecksSchema == ChecksSchema;

        public override int GetHashCode() => HashCode.Combine(Program, ChecksSchema);
    }
}
