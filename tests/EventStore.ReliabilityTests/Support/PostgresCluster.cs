using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>A server of one's own, which may be killed and started again.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _directory;

    private PostgresCluster(string directory, string connectionString)
    {
        _directory = directory;
        ConnectionString = connectionString;
    }

    /// <summary>To the database <c>postgres</c>, as the superuser.</summary>
    public string ConnectionString { get; }

    /// <param name="settings">Lines for <c>postgresql.conf</c>.</param>
    public static async Task<PostgresCluster> StartAsync(params string[] settings)
    {
        string directory = Directory.CreateTempSubdirectory("eventstore-rig-").FullName;
        string variables = await RunScriptAsync("start", directory, string.Join('\n', settings));
        return new PostgresCluster(directory, Script.Variable(variables, Script.PostgresVariable));
    }

    /// <summary>A connection string to another database, or with other settings.</summary>
    public string With(string settings) => new NpgsqlConnectionStringBuilder($"{ConnectionString};{settings}").ConnectionString;

    public async Task<string> CreateDatabaseAsync(string name, string? isolation = null)
    {
        await using var source = NpgsqlDataSource.Create(With("Pooling=false"));
        await source.CreateCommand($"create database {name}").ExecuteNonQueryAsync();
        if (isolation is not null)
        {
            await source.CreateCommand($"alter database {name} set default_transaction_isolation = '{isolation}'").ExecuteNonQueryAsync();
        }

        return With($"Database={name}");
    }

    /// <summary>Kills the server, all of its processes, without a word of warning.</summary>
    public async Task KillAsync()
    {
        string lockFile = Path.Combine(_directory, "data", "postmaster.pid");
        int server = int.Parse((await File.ReadAllLinesAsync(lockFile))[0], CultureInfo.InvariantCulture);
        int[] all = [server, .. ChildrenOf(server)];
        foreach (int process in all)
        {
            Kill(process);
        }

        await WaitUntilAsync(() => !all.Any(process => Directory.Exists($"/proc/{process}") && ParentAndState(process).State != 'Z'));

        // Until somebody has asked what became of it, a dead process looks alive to the next server.
        foreach (string file in (string[])[lockFile, .. Directory.EnumerateFiles(_directory, ".s.PGSQL.*.lock")])
        {
            File.Delete(file);
        }
    }

    /// <summary>Kills one process of the server; the server then ends every session and recovers.</summary>
    public static void Kill(int process)
    {
        try
        {
            using Process running = Process.GetProcessById(process);
            running.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended by itself.
        }
        catch (InvalidOperationException)
        {
            // So it has here.
        }
    }

    /// <summary>Starts the server that was killed.</summary>
    public Task ResumeAsync() => RunScriptAsync("resume", _directory);

    /// <summary>Makes a standby that knows all that the server knows now, and learns nothing more.</summary>
    public Task BackUpAsync() => RunScriptAsync("backup", _directory);

    /// <summary>Puts the standby in the place of the server that was killed.</summary>
    public Task PromoteAsync() => RunScriptAsync("promote", _directory);

    /// <summary>Waits until the server accepts a connection, and tells since when it does.</summary>
    public async Task<long> WaitUntilItAcceptsAsync()
    {
        string connectionString = With("Pooling=false;Timeout=1;Server Compatibility Mode=NoTypeLoading");
        long accepted = 0;
        await WaitUntilAsync(async () =>
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync();
                accepted = Stopwatch.GetTimestamp();
                return true;
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                return false;
            }
        });
        return accepted;
    }

    public async ValueTask DisposeAsync() => await RunScriptAsync("stop", _directory);

    private static Task WaitUntilAsync(Func<bool> isSo) => WaitUntilAsync(() => Task.FromResult(isSo()));

    private static async Task WaitUntilAsync(Func<Task<bool>> isSo)
    {
        long began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException("The server does not do what was waited for.");
            }

            await Task.Delay(5);
        }
    }

    private static IEnumerable<int> ChildrenOf(int parent) =>
        from directory in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(directory)
        where char.IsAsciiDigit(name[0])
        let process = int.Parse(name, CultureInfo.InvariantCulture)
        where ParentAndState(process).Parent == parent
        select process;

    private static (int Parent, char State) ParentAndState(int process)
    {
        try
        {
            // The command's name stands in parentheses and may hold anything; state and parent follow it.
            string stat = File.ReadAllText($"/proc/{process}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), fields[0][0]);
        }
        catch (IOException)
        {
            return (0, 'Z');
        }
    }

    private static Task<string> RunScriptAsync(string command, string directory, string settings = "") =>
        Script.RunAsync("postgres.sh", command, ("EVENTSTORE_POSTGRES_DIR", directory), ("EVENTSTORE_POSTGRES_SETTINGS", settings));
}
