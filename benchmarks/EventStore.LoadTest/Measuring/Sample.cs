namespace EventStore.LoadTest.Measuring;

/// <summary>What one side did in one round.</summary>
/// <param name="Operations">How many operations ended.</param>
/// <param name="Elapsed">From the start of the first to the end of the last.</param>
/// <param name="Bytes">What the process allocated meanwhile.</param>
/// <param name="Client">The processor time of this process.</param>
/// <param name="Server">The processor time of the server; zero where it cannot be seen.</param>
internal readonly record struct Sample(long Operations, TimeSpan Elapsed, long Bytes, TimeSpan Client, TimeSpan Server)
{
    public double Rate => Operations / Elapsed.TotalSeconds;
}
