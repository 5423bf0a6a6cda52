using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Tests.Generator;

/// <summary>What each step of the pipeline had to do after each edit, and which files it wrote anew.</summary>
internal sealed class StepTable
{
    /// <summary>The step behind all others: the writing of files.</summary>
    public const string Output = "Output";

    private static readonly string[] Columns = [.. TrackingNames.All, Output];

    private readonly StringBuilder _text = new($"c cached, u unchanged, m modified, n new, r removed\n\n| Edit | {string.Join(" | ", Columns)} | Files |\n|---|{string.Concat(Enumerable.Repeat("---|", Columns.Length))}---|\n");

    public void Add(string edit, GeneratorRunResult before, GeneratorRunResult after)
    {
        string cells = string.Join(" | ", Columns.Select(step => Cell(Reasons(after, step))));
        _text.Append(CultureInfo.InvariantCulture, $"| {edit} | {cells} | {string.Join("<br>", Differences(before, after))} |\n");
    }

    public override string ToString() => _text.ToString();

    public static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step)
    {
        ImmutableArray<IncrementalGeneratorRunStep> runs = step == Output
            ? [.. result.TrackedOutputSteps.Values.SelectMany(steps => steps)]
            : result.TrackedSteps.GetValueOrDefault(step, []);
        return runs.SelectMany(run => run.Outputs).Select(output => output.Reason);
    }

    /// <summary>The generated files that are not as before: <c>-</c> gone, <c>+</c> new, <c>~</c> of other content.</summary>
    public static IEnumerable<string> Differences(GeneratorRunResult before, GeneratorRunResult after)
    {
        Dictionary<string, string> old = before.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        Dictionary<string, string> current = after.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        return
            from name in old.Keys.Union(current.Keys).Order(StringComparer.Ordinal)
            let change = !current.TryGetValue(name, out string? now) ? "-" : !old.TryGetValue(name, out string? then) ? "+" : now == then ? "" : "~"
            where change.Length > 0
            select change + name.Replace(".EventStore.g.cs", "", StringComparison.Ordinal);
    }

    private static string Cell(IEnumerable<IncrementalStepRunReason> reasons) =>
        string.Join(' ', reasons.GroupBy(reason => reason).OrderBy(group => group.Key, Comparer<IncrementalStepRunReason>.Create((left, right) => Order(left).CompareTo(Order(right)))).Select(group => $"{group.Count()}{"cumnr"[Order(group.Key)]}"));

    private static int Order(IncrementalStepRunReason reason) => reason switch
    {
        IncrementalStepRunReason.Cached => 0,
        IncrementalStepRunReason.Unchanged => 1,
        IncrementalStepRunReason.Modified => 2,
        IncrementalStepRunReason.New => 3,
        _ => 4,
    };
}
