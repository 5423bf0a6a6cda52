namespace EventStore;

/// <summary>
/// One call of a handler that may be left behind. It goes with whatever the handler awaits or starts, on any thread, and
/// tells it what does not count any more. There is none where a projection has no time-out. Thread-safe.
/// </summary>
internal sealed class HandlerCall
{
    private static readonly AsyncLocal<HandlerCall?> Calls = new();

    private readonly Lock _lock = new();
    private bool _isLeftBehind;

    /// <summary>The call that the caller belongs to, if any.</summary>
    public static HandlerCall? Current
    {
        get => Calls.Value;
        set => Calls.Value = value;
    }

    /// <summary>Begins to write what the handler wants: until it is disposed of, the call is not left behind.</summary>
    /// <param name="call">The call; null for a caller that belongs to none.</param>
    /// <exception cref="InvalidOperationException">The call was left behind.</exception>
    public static Writing Write(HandlerCall? call)
    {
        call?.Enter();
        return new Writing(call);
    }

    /// <summary>From now on nothing of it counts. What is being written is written before.</summary>
    public void LeaveBehind()
    {
        lock (_lock)
        {
            _isLeftBehind = true;
        }
    }

    private void Enter()
    {
        _lock.Enter();
        if (_isLeftBehind)
        {
            _lock.Exit();
            throw new InvalidOperationException(
                "The handler that this call comes from was left behind when its time was over (ProjectionOptions.HandlerTimeout), and its event is handled again: nothing of it counts. Make it faster, or raise the time-out.");
        }
    }

    /// <summary>The time in which a call writes.</summary>
    public readonly ref struct Writing(HandlerCall? call)
    {
        public void Dispose() => call?._lock.Exit();
    }
}
