using System.Globalization;
using System.Runtime.InteropServices;
using EventStore.LoadTest.Servers;
using Npgsql;

namespace EventStore.PeerComparison.Reporting;

/// <summary>What the figures were taken on.</summary>
internal static class Conditions
{
    private static readonly string[] Settings = ["fsync", "synchronous_commit", "full_page_writes", "shared_buffers"];

    public static async Task<string> DescribeAsync(Connection connection, bool isOwn, int seed, IReadOnlyList<IPeer> peers)
    {
        await using NpgsqlDataSource source = connection.BuildSource();
        var settings = new List<string>();
        foreach (string name in Settings)
        {
            settings.Add($"{name} {await ShowAsync(source, name)}");
        }

        string server = await ShowAsync(source, "server_version");
        return string.Create(CultureInfo.InvariantCulture, $"""
            - Taken on {DateTimeOffset.UtcNow:yyyy-MM-dd}: {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}
            - PostgreSQL {server}, {(isOwn ? "started for this run, on the same machine, by its unix socket" : "a given server")}: {string.Join(", ", settings)}
            - A pool of up to {connection.PoolSize} connections for each peer, sessions that are not reset; seed {seed}
            {string.Join('\n', peers.Select(peer => $"- *{peer.Name}*: {peer.Description}"))}

            """);
    }

    private static async Task<string> ShowAsync(NpgsqlDataSource source, string setting)
    {
        await using NpgsqlCommand command = source.CreateCommand($"show {setting}");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static string Processor()
    {
        const string information = "/proc/cpuinfo";
        string? model = File.Exists(information) ? File.ReadLines(information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return model?.Split(':')[1].Trim() ?? "a processor without a name";
    }
}
