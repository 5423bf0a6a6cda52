using EventStore.LoadTest;
using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;
using EventStore.PeerComparison.Martens;
using EventStore.PeerComparison.Measuring;
using EventStore.PeerComparison.Reflection;

namespace EventStore.PeerComparison.Startup;

/// <summary>What a process does whose start is timed: it appends one event, on tables that are there, and tells the time.</summary>
internal static class PeerStart
{
    public static async Task RunAsync(string peer, string connectionString)
    {
        IStartingPeer starting = Make(peer, new Setting(new Connection(connectionString), new Script(1), Pace.Quick));
        await using Contender contender = starting.Start();
        await contender.OperateAsync(0);
        Clock.Tell();
    }

    public static IStartingPeer Make(string peer, Setting setting) => peer switch
    {
        "reflection" => new ReflectionPeer(setting),
        "marten" => new MartenPeer(setting, new MartenConfiguration(setting.Connection.Pooled, fastest: false)),
        "marten-fastest" => new MartenPeer(setting, new MartenConfiguration(setting.Connection.Pooled, fastest: true)),
        _ => throw new LoadTestException($"There is no peer '{peer}' to start."),
    };
}
