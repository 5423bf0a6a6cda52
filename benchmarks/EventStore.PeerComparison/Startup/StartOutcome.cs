using EventStore.LoadTest.Measuring;

namespace EventStore.PeerComparison.Startup;

/// <summary>How long a program took from its start to its first committed append.</summary>
/// <param name="Program">What was started.</param>
/// <param name="ChecksSchema">Whether it looks at its tables first.</param>
/// <param name="Times">How many times it was started.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Bytes">The size of its executable; null where that is not all of the program.</param>
internal sealed record StartOutcome(string Program, bool ChecksSchema, int Times, Spread Milliseconds, long? Bytes);
