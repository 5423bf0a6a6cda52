namespace EventStore.ReliabilityTests;

/// <summary>Which way bytes go.</summary>
internal enum Flow
{
    /// <summary>To the server.</summary>
    Request,

    /// <summary>To the client.</summary>
    Reply,
}

/// <summary>What happens to a connection.</summary>
internal enum FaultKind
{
    /// <summary>Both sides see it end.</summary>
    Cut,

    /// <summary>Both sides see it reset.</summary>
    Reset,

    /// <summary>Whoever should have got the bytes sees the end of what is sent; the other way stays open.</summary>
    HalfClose,

    /// <summary>The bytes wait, whatever becomes of their sender, and are delivered when the fault is released.</summary>
    Hold,

    /// <summary>As <see cref="Hold"/>, for bytes to the server; and the client sees the connection end at once.</summary>
    HoldAndCut,
}

/// <summary>What a <see cref="FaultProxy"/> does once, after a number of bytes that went one way.</summary>
/// <param name="Flow">Which way.</param>
/// <param name="Offset">How many bytes pass before it happens; 0 means none.</param>
/// <param name="Kind">What happens.</param>
internal sealed record Fault(Flow Flow, int Offset, FaultKind Kind)
{
    private readonly TaskCompletionSource _struck = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>It has happened.</summary>
    public Task Struck => _struck.Task;

    /// <summary>What was held may go on.</summary>
    public Task Released => _released.Task;

    /// <summary>What was held has been delivered, and its receiver has answered or ended the connection.</summary>
    public Task Settled => _settled.Task;

    public void Strike() => _struck.TrySetResult();

    public void Release() => _released.TrySetResult();

    public void Settle() => _settled.TrySetResult();
}
