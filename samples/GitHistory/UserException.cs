namespace GitHistory;

/// <summary>What the user can do something about: one line on the standard error, and an exit code.</summary>
internal sealed class UserException(string message, int exitCode = ExitCode.Failure) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
