namespace EventStore.PeerComparison.Measuring;

/// <summary>What one peer did in one round.</summary>
/// <param name="Times">How long each operation took, in milliseconds.</param>
/// <param name="Elapsed">From the start of the first to the end of the last.</param>
/// <param name="Bytes">What the process allocated meanwhile.</param>
/// <param name="Client">The processor time of this process.</param>
/// <param name="Server">The processor time of the server; zero where it cannot be seen.</param>
internal sealed record Sample(double[] Times, TimeSpan Elapsed, long Bytes, TimeSpan Client, TimeSpan Server)
{
    public double Rate => Times.Length / Elapsed.TotalSeconds;
}
