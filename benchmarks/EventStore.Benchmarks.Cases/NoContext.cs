using EventStore.CompilerServices;

namespace EventStore.Benchmarks;

/// <summary>For handlers that ask for neither metadata nor the whole event.</summary>
internal sealed class NoContext : ReplayContext
{
    public static NoContext Instance { get; } = new();

    public override DomainEvent Event => throw new NotSupportedException("No handler of the benchmarks asks for the event.");
}
