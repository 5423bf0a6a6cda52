using System.Globalization;

namespace EventStore.Benchmarks;

/// <summary>What one case of a table came to in one way. A file of them is what a run leaves.</summary>
/// <param name="Table">The table.</param>
/// <param name="Case">The row.</param>
/// <param name="Way">The column.</param>
/// <param name="Nanoseconds">The least time of an operation.</param>
/// <param name="Bytes">What an operation allocates.</param>
public sealed record Measurement(string Table, string Case, string Way, double Nanoseconds, double Bytes)
{
    private const char Separator = ';';

    public static void Write(string path, IEnumerable<Measurement> measurements)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllLines(path, measurements.Select(measurement => measurement.ToLine()));
    }

    public static IReadOnlyList<Measurement> Read(string path) => File.Exists(path) ? [.. File.ReadLines(path).Select(Parse)] : [];

    private static Measurement Parse(string line)
    {
        string[] values = line.Split(Separator);
        return new Measurement(values[0], values[1], values[2], double.Parse(values[3], CultureInfo.InvariantCulture), double.Parse(values[4], CultureInfo.InvariantCulture));
    }

    private string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Table}{Separator}{Case}{Separator}{Way}{Separator}{Nanoseconds:0.###}{Separator}{Bytes:0.###}");
}
