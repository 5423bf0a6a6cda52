using System.Globalization;

namespace EventStore.Benchmarks;

/// <summary>The tables.</summary>
public static class Tables
{
    public const string Dispatch = "dispatch";
    public const string Names = "names";
    public const string JsonRead = "json read";
    public const string JsonWrite = "json write";
    public const string Replay = "replay";
    public const string Generator = "generator";
    public const string Build = "build";

    /// <summary>How a number stands at the head of a row.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
