using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EventStore.Json.Differential;

/// <summary>Writes and reads samples by both sides, and counts where they disagree.</summary>
internal sealed class Comparison
{
    private readonly Dictionary<string, List<string>> _undocumented = new(StringComparer.Ordinal);
    private readonly HashSet<DocumentedDifference> _seen = [];

    public int Checks { get; private set; }

    public int Differences { get; private set; }

    public int Documented { get; private set; }

    /// <summary>Whatever is wrong, a line each shape or documented difference.</summary>
    public IEnumerable<string> Findings(bool all) =>
    [
        .. _undocumented.OrderBy(found => found.Key, StringComparer.Ordinal).SelectMany(found => all ? found.Value : [$"{found.Value[0]} (and {found.Value.Count - 1} more)"]),
        .. DocumentedDifference.All.Where(difference => !_seen.Contains(difference)).Select(difference => $"documented, but the same by now: {difference}"),
    ];

    public void Run(Sample sample, OptionSet set)
    {
        (JsonTypeInfo theirs, JsonTypeInfo ours) = Infos(sample, set);
        string expected = Outcome(() => JsonSerializer.Serialize(sample.Theirs, theirs));
        Compare(sample, set, "write", "", expected, Outcome(() => JsonSerializer.Serialize(sample.Value, ours)));
        Compare(sample, set, "write to a stream", "", expected, Outcome(() => Streamed(sample.Value, ours)));
        if (!expected.TrimStart().StartsWith('{'))
            return;

        CompareReads(sample, set, "read from a stream", expected, theirs, ours, Streamed);
        CompareReads(sample, set, "read", expected, theirs, ours, JsonSerializer.Deserialize);
        foreach (Mutation mutation in Mutation.Of(expected))
            CompareReads(sample, set, mutation.Change, mutation.Text, theirs, ours, JsonSerializer.Deserialize);
    }

    private static (JsonTypeInfo Theirs, JsonTypeInfo Ours) Infos(Sample sample, OptionSet set)
    {
        JsonTypeInfo stored = sample.EventType.JsonTypeInfo;
        JsonSerializerOptions theirs = set.Make();
        theirs.TypeInfoResolver = SystemTextJson.Default;
        JsonSerializerOptions ours = set.Make();
        ours.TypeInfoResolver = stored.Options.TypeInfoResolver;
        return (theirs.GetTypeInfo(sample.Theirs.GetType()), set == OptionSet.Stored ? stored : ours.GetTypeInfo(sample.Value.GetType()));
    }

    private static string Outcome(Func<string> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }

    private static string Streamed(object value, JsonTypeInfo info)
    {
        using var stream = new MemoryStream();
        JsonSerializer.Serialize(stream, value, info);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static object? Streamed(string json, JsonTypeInfo info)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return JsonSerializer.Deserialize(stream, info);
    }

    private void CompareReads(Sample sample, OptionSet set, string what, string json, JsonTypeInfo theirs, JsonTypeInfo ours, Func<string, JsonTypeInfo, object?> read) => Compare(
        sample,
        set,
        what,
        json,
        Outcome(() => sample.Describe(read(json, theirs))),
        Outcome(() => sample.Describe(read(json, ours))));

    private void Compare(Sample sample, OptionSet set, string what, string json, string theirs, string ours)
    {
        Checks++;
        if (theirs == ours)
            return;

        Differences++;
        Difference[] differences = [.. Difference.Between(theirs, ours)];
        DocumentedDifference?[] documented = [.. differences.Select(difference => DocumentedDifference.All.FirstOrDefault(known => known.Covers(sample.EventType.Name, set, difference)))];
        _seen.UnionWith(documented.OfType<DocumentedDifference>());
        if (documented.All(known => known is not null))
        {
            Documented++;
            return;
        }

        if (!_undocumented.TryGetValue(sample.EventType.Name, out List<string>? found))
            _undocumented[sample.EventType.Name] = found = [];

        found.Add($"{sample.EventType.Name}: [{set.Name}] {what}: {string.Join("; ", differences)}{(json.Length > 0 ? $" from {json}" : $" theirs {theirs} ours {ours}")}");
    }
}
