namespace GitHistory;

internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int Usage = 2;

    /// <summary>What a shell reports of a program that a signal has ended, counted from here.</summary>
    public const int Signal = 128;
}
