namespace EventStore.Benchmarks.Dispatch;

/// <summary>How a store that knows no aggregate would call a hand-written switch.</summary>
public interface IApplier<TAggregate>
{
    TAggregate Apply(TAggregate aggregate, int ordinal, object payload);
}
