using System.Diagnostics;

namespace GitHistory.Tests;

/// <summary>Runs a program through a shell.</summary>
internal static class Shell
{
    /// <summary>Runs a script in which <c>"$@"</c> is the program with its arguments.</summary>
    public static async Task<ProgramResult> RunAsync(string script, ProcessStartInfo program)
    {
        using var shell = new RunningProgram(new ProcessStartInfo("/bin/sh", ["-c", script, "sh", program.FileName, .. program.ArgumentList]));
        return await shell.EndAsync();
    }
}
