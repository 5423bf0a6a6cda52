namespace EventStore.Model.Tests.Simulation;

/// <summary>What came of a seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Ledger">What the store let happen.</param>
/// <param name="Violations">What is wrong with what was stored.</param>
/// <param name="Hash">The same for the same seed.</param>
/// <param name="History">What happened, step by step.</param>
internal sealed record SimulationResult(int Seed, Ledger Ledger, IReadOnlyList<string> Violations, ulong Hash, IReadOnlyList<string> History)
{
    public bool IsRight => Ledger.Violations.Count + Violations.Count == 0;

    public override string ToString() => $"""
        seed {Seed}:
        {string.Join('\n', Ledger.Violations.Concat(Violations))}
        {string.Join('\n', History)}
        """;
}
