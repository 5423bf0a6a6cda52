namespace EventStore;

/// <summary>
/// Wakes the followers of one process when it has committed something. A hint, no more: other processes commit too,
/// and an older append may still be open. Thread-safe.
/// </summary>
internal sealed class AppendSignal
{
    private TaskCompletionSource? _next;

    /// <summary>
    /// Ends with the next commit. To miss none, take it before reading the head, and wait for it after there was
    /// nothing to read.
    /// </summary>
    public Task Next
    {
        get
        {
            if (Volatile.Read(ref _next) is { } waiting)
            {
                return waiting.Task;
            }

            var created = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref _next, created, null) ?? created).Task;
        }
    }

    /// <summary>Says that something was committed; costs nothing while nobody waits.</summary>
    public void Set()
    {
        if (Volatile.Read(ref _next) is not null)
        {
            Interlocked.Exchange(ref _next, null)?.SetResult();
        }
    }
}
