namespace EventStore.PeerComparison;

/// <summary>Which account is the next one: each caller steps through its own, and leaves none out.</summary>
internal sealed class Turns(Guid[] ids, int callers)
{
    private const int Stride = 7_919;

    private readonly int[] _next = [.. Enumerable.Range(0, callers).Select(caller => caller * 131)];
    private readonly int _each = ids.Length / callers;

    public Guid Next(int caller) => ids[((int)((uint)(_next[caller] += Stride) % (uint)_each) * callers) + caller];
}
