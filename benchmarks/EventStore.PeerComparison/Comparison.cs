using EventStore.PeerComparison.Measuring;
using EventStore.PeerComparison.Startup;

namespace EventStore.PeerComparison;

/// <summary>What came of a run.</summary>
/// <param name="IsQuick">Whether its figures mean nothing.</param>
/// <param name="Conditions">What it was taken on, and of what.</param>
/// <param name="Outcomes">Of the workloads; a peer after the other within each.</param>
/// <param name="Starts">Of the programs that were started.</param>
internal sealed record Comparison(bool IsQuick, string Conditions, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<StartOutcome> Starts);
