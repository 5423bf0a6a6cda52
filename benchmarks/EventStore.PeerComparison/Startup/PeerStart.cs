using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;
using EventStore.PeerComparison.Measuring;
using EventStore.PeerComparison.Reflection;

namespace EventStore.PeerComparison.Startup;

/// <summary>What this program does when its own start is timed: it appends one event by the plain store, on a table that is there, and tells the time.</summary>
internal static class PeerStart
{
    public static async Task RunAsync(string connectionString)
    {
        await using Contender contender = new ReflectionPeer(new Setting(new Connection(connectionString), new Script(1), Pace.Quick)).Start();
        await contender.OperateAsync(0);
        Clock.Tell();
    }
}
