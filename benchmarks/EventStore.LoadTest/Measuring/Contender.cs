namespace EventStore.LoadTest.Measuring;

/// <summary>One side of a comparison: the library, or its limit.</summary>
/// <param name="operate">One operation of a caller, counted from 0; several callers operate at the same time, each after its last operation.</param>
/// <param name="owned">What ends with it.</param>
internal sealed class Contender(Func<int, Task> operate, params IReadOnlyList<IAsyncDisposable> owned) : IAsyncDisposable
{
    /// <summary>What makes ready for a round; not measured.</summary>
    public Func<Task> Prepare { get; init; } = () => Task.CompletedTask;

    public Task OperateAsync(int caller) => operate(caller);

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable one in owned)
        {
            await one.DisposeAsync();
        }
    }
}
