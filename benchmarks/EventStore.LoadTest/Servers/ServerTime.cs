using System.Globalization;
using Npgsql;

namespace EventStore.LoadTest.Servers;

/// <summary>The processor time of a server on this machine: that of the postmaster and all of its children.</summary>
internal sealed class ServerTime
{
    /// <summary>The unit of /proc, which is this on every Linux that .NET runs on.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly int _postmaster;

    private ServerTime(int postmaster) => _postmaster = postmaster;

    /// <summary>Finds the postmaster, or gives null where the server runs elsewhere.</summary>
    public static async Task<ServerTime?> FindAsync(Connection connection)
    {
        await using NpgsqlDataSource source = connection.BuildSource();
        await using NpgsqlCommand command = source.CreateCommand("select pg_backend_pid()");
        int backend = (int)(await command.ExecuteScalarAsync())!;
        return TryRead(backend) is { Command: "postgres" } found && TryRead(found.Parent) is { Command: "postgres" } ? new ServerTime(found.Parent) : null;
    }

    /// <summary>What each process has used until now.</summary>
    public IReadOnlyDictionary<int, TimeSpan> Read()
    {
        var times = new Dictionary<int, TimeSpan>();
        foreach (string directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out int process)
                && TryRead(process) is { } found
                && (process == _postmaster || found.Parent == _postmaster))
            {
                times[process] = found.Used;
            }
        }

        return times;
    }

    /// <summary>What was used between two readings; a process that began meanwhile counts from its start.</summary>
    public static TimeSpan Between(IReadOnlyDictionary<int, TimeSpan> before, IReadOnlyDictionary<int, TimeSpan> after) =>
        after.Aggregate(TimeSpan.Zero, (sum, time) => sum + time.Value - before.GetValueOrDefault(time.Key));

    private static (string Command, int Parent, TimeSpan Used)? TryRead(int process)
    {
        try
        {
            // The command's name stands in parentheses and may hold anything; state and parent follow it.
            string stat = File.ReadAllText($"/proc/{process}/stat");
            int end = stat.LastIndexOf(')');
            string[] fields = stat[(end + 2)..].Split(' ');
            return (stat[(stat.IndexOf('(') + 1)..end], int.Parse(fields[1], CultureInfo.InvariantCulture), (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) * Tick);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
