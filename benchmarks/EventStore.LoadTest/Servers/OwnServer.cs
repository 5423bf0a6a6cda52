using System.Collections.Concurrent;
using System.Diagnostics;

namespace EventStore.LoadTest.Servers;

/// <summary>
/// A server in a directory of its own, started and stopped by <c>eng/postgres.sh</c>, which installs PostgreSQL where it
/// is missing. Its commits reach the disk, as those of users do.
/// </summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private const string Variable = "EVENTSTORE_TEST_POSTGRES";

    /// <summary>The last lines of the configuration, which win: the script's own are for tests, and do without the disk.</summary>
    private const string Settings = """
        fsync = on
        full_page_writes = on
        synchronous_commit = on
        shared_buffers = 1GB
        max_wal_size = 16GB
        checkpoint_timeout = 1h
        """;

    private readonly string _directory;

    private OwnServer(string directory, string connectionString)
    {
        _directory = directory;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public static async Task<OwnServer> StartAsync(CancellationToken cancellationToken)
    {
        // Not /tmp, which may lie in memory: there a commit would cost nothing.
        string directory = Path.Combine("/var/tmp", $"eventstore-load-{Guid.NewGuid():N}"[..24]);
        Directory.CreateDirectory(directory);
        try
        {
            string output = await RunAsync("start", directory, cancellationToken);
            string marker = $"export {Variable}='";
            string tcp = output.Split('\n').Single(line => line.StartsWith(marker, StringComparison.Ordinal))[marker.Length..].TrimEnd('\'');

            // By its socket, as the rates were taken that these are set beside.
            return new OwnServer(directory, new Npgsql.NpgsqlConnectionStringBuilder(tcp) { Host = directory }.ConnectionString);
        }
        catch
        {
            await RunAsync("stop", directory, CancellationToken.None);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop", _directory, CancellationToken.None);
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string command, string directory, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Clone.Root, "eng", "postgres.sh"), command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["EVENTSTORE_POSTGRES_DIR"] = directory;
        start.Environment["EVENTSTORE_POSTGRES_SETTINGS"] = Settings;
        using Process process = Process.Start(start)!;
        var errors = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            errors.Enqueue(line.Data ?? "");
            if (line.Data?.StartsWith("postgres: ", StringComparison.Ordinal) == true)
            {
                Console.Error.WriteLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new LoadTestException($"eng/postgres.sh {command} failed. Start a server yourself, and name it by --connection.\n{string.Join('\n', errors)}");
    }
}
