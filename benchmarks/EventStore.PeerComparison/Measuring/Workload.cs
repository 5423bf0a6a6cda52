using EventStore.LoadTest.Measuring;

namespace EventStore.PeerComparison.Measuring;

/// <summary>The same work by each peer.</summary>
internal sealed record Workload
{
    /// <summary>Its name, such as <c>append-10</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many callers work at the same time.</summary>
    public int Callers { get; init; } = 1;

    /// <summary>How many events an operation appends or reads: rates and bytes are those of an event.</summary>
    public required int EventsPerOperation { get; init; }

    /// <summary>Whether an operation is all that there is to do: a round is one operation then, however long it takes.</summary>
    public bool IsWhole { get; init; }

    public required Func<IPeer, Task<Contender>> Make { get; init; }

    public static IReadOnlyList<Workload> All(Pace pace) =>
    [
        Append(1, 1), Append(1, 8), Append(1, 64), Append(10, 1), Append(100, 1),
        new() { Name = "load-100", EventsPerOperation = Setting.HistoryEach, Make = peer => peer.LoadAsync() },
        Update(1), Update(8),
        new() { Name = "rebuild-fold", EventsPerOperation = pace.Events, IsWhole = true, Make = peer => peer.RebuildFoldAsync() },
        new() { Name = "rebuild-rows", EventsPerOperation = pace.Events, IsWhole = true, Make = peer => peer.RebuildRowsAsync() },
    ];

    private static Workload Append(int size, int callers) =>
        new() { Name = $"append-{size}", Callers = callers, EventsPerOperation = size, Make = peer => peer.AppendAsync(size, callers) };

    private static Workload Update(int callers) =>
        new() { Name = "update", Callers = callers, EventsPerOperation = 1, Make = peer => peer.UpdateAsync(callers) };
}
