using System.Text;

namespace GitHistory;

/// <summary>
/// The arguments as bytes. The runtime has decoded them as UTF-8 and replaced what is none; a path need not be, so
/// Linux is asked for them again where something was replaced.
/// </summary>
internal static class RawArguments
{
    private const string CommandLineFile = "/proc/self/cmdline";

    public static IReadOnlyList<byte[]> From(string[] decoded)
    {
        if (decoded.Any(argument => argument.Contains('\uFFFD', StringComparison.Ordinal)) && File.Exists(CommandLineFile))
        {
            // Each ends with NUL; the program's own, and the runtime's before it, come first.
            List<byte[]> all = Split(File.ReadAllBytes(CommandLineFile));
            return all[^decoded.Length..];
        }

        return [.. decoded.Select(Encoding.UTF8.GetBytes)];
    }

    private static List<byte[]> Split(ReadOnlySpan<byte> commandLine)
    {
        var arguments = new List<byte[]>();
        while (commandLine.IndexOf((byte)0) is >= 0 and var end)
        {
            arguments.Add(commandLine[..end].ToArray());
            commandLine = commandLine[(end + 1)..];
        }

        return arguments;
    }
}
