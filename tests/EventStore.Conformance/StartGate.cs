namespace EventStore.Conformance;

/// <summary>Lets several callers begin at the same moment.</summary>
public static class StartGate
{
    /// <summary>Runs the callers side by side, and gives what each of them threw, or null.</summary>
    public static async Task<IReadOnlyList<Exception?>> RunAsync(int callers, Func<int, Task> call)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<Exception?>[] running = [.. Enumerable.Range(0, callers).Select(caller => Task.Run(() => CatchAsync(caller)))];
        gate.SetResult();
        return await Task.WhenAll(running);

        async Task<Exception?> CatchAsync(int caller)
        {
            await gate.Task;
            return await Record.ExceptionAsync(() => call(caller));
        }
    }
}
