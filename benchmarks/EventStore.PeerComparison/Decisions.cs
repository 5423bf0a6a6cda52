using EventStore.LoadTest.Domain;

namespace EventStore.PeerComparison;

/// <summary>The next event of an account, for the peers' aggregates; the library's has the same in its own words.</summary>
internal static class Decisions
{
    public static object Next(Script script, int n, string owner, decimal balance) => Script.StepAt(n) switch
    {
        Step.Opened => script.Opened(n),
        Step.Deposited => script.Deposited(n, balance),
        Step.Withdrawn => script.Withdrawn(n, balance),
        _ => script.Renamed(n, owner),
    };
}
