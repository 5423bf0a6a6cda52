using System.Text.Json;
using BenchmarkDotNet.Attributes;
using EventStore.Benchmarks.Json;
using EventStore.Providers;

namespace EventStore.Benchmarks.Replay;

/// <summary>From recorded events in UTF-8 to an aggregate. One operation is a whole history.</summary>
public class ReplayBenchmarks
{
    private RecordedEvent[] _rows = [];

    /// <summary>How many events the history has.</summary>
    [Params(100, 10_000)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var id = Guid.CreateVersion7();
        _rows = [.. Enumerable.Range(0, Events).Select(i => Row(i, id, Shapes.Event(Shapes.All[i % Shapes.All.Count])))];
    }

    [Benchmark(Description = Ways.Ours)]
    public object Ours() => Replayer<Order>.Replay(_rows);

    [Benchmark(Description = Ways.DomainEvents, Baseline = true)]
    public object DomainEvents() => Replayer<Order>.ReplayDomainEvents(_rows);

    private static RecordedEvent Row(int index, Guid id, object payload) =>
        !Shapes.Catalog.TryFind(payload.GetType(), out EventType? type)
            ? throw new InvalidOperationException($"{payload.GetType()} is no event.")
            : new RecordedEvent
            {
                Position = index + 1,
                AggregateVersion = index + 1,
                Name = type.Utf8Name,
                Payload = JsonSerializer.SerializeToUtf8Bytes(payload, type.JsonTypeInfo),
                EventId = Guid.CreateVersion7(),
                CreatedAt = DateTimeOffset.UnixEpoch,
                AggregateId = id,
                AggregateType = "order",
            };
}
