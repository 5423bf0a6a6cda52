namespace EventStore.Benchmarks.Dispatch;

/// <summary>An aggregate whose handlers leave a trace, so that no call can be left out.</summary>
public interface ISummed
{
    long Sum { get; }
}
