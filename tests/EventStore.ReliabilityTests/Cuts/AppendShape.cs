namespace EventStore.ReliabilityTests;

/// <summary>How an append travels: what a connection has seen before decides which messages it takes.</summary>
/// <param name="Name">For people.</param>
/// <param name="Warmth">
/// How many appends the connection has carried: on none it is opened first, the first is not prepared, the second is
/// prepared before it is sent, and every later one is prepared already.
/// </param>
/// <param name="Streams">The streams of the unit.</param>
internal sealed record AppendShape(string Name, int Warmth, params string[] Streams)
{
    public static IReadOnlyList<AppendShape> All { get; } =
    [
        new("connect and append", 0, "a"),
        new("prepare and append", 1, "a"),
        new("append", 2, "a"),
        new("append to two streams", 2, "a", "b"),
    ];
}
