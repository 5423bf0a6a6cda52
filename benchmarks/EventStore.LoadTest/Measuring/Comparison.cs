using EventStore.LoadTest.Servers;

namespace EventStore.LoadTest.Measuring;

/// <summary>What is measured: the same work by the library and by its limit.</summary>
internal sealed record Comparison
{
    /// <summary>Its name, such as <c>append-10</c>.</summary>
    public required string Workload { get; init; }

    /// <summary>How many callers work at the same time.</summary>
    public int Callers { get; init; } = 1;

    /// <summary>How many events an operation appends or reads: rates and bytes are those of an event.</summary>
    public required int EventsPerOperation { get; init; }

    /// <summary>How many times as long as others it has to warm up.</summary>
    public int WarmUp { get; init; } = 1;

    /// <summary>Whether an operation is all that there is to do: a round is one operation then, however long it takes.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Makes the streams that it needs, before either side is made.</summary>
    public Func<Task> SetUp { get; init; } = () => Task.CompletedTask;

    public required Func<Connection, Task<Contender>> MakeOurs { get; init; }

    public required Func<Connection, Task<Contender>> MakeLimit { get; init; }

    /// <summary>Looks, after all rounds, whether both sides have done the same.</summary>
    public Func<Task> Verify { get; init; } = () => Task.CompletedTask;

    /// <summary>Removes what it has stored.</summary>
    public Func<Task> TearDown { get; init; } = () => Task.CompletedTask;
}
