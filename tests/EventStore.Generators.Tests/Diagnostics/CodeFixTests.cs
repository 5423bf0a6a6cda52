using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EventStore.Generators.Tests.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace EventStore.Generators.Tests.Diagnostics;

/// <summary>Each fix is tried on each wrong program that it offers itself for: the mistake is gone then, and no other one is there.</summary>
public sealed class CodeFixTests(ITestOutputHelper output)
{
    /// <summary>What stays after a fix, and is not the fix's matter.</summary>
    private static readonly string[] Remaining = ["CS1591", "CS0414", "CS0169", "ES0016"];

    public static TheoryData<string> Fixable { get; } =
    [
        .. from program in Programs.Wrong
           where Programs.Read(program.Value).Marks.Any(mark => CodeFixes.Ids.Contains(mark.Id))
           select program.Key,
    ];

    [Theory]
    [MemberData(nameof(Fixable))]
    public async Task A_fix_mends_what_it_is_offered_for(string title)
    {
        using var project = new CodeFixes(Programs.Read(Programs.Wrong[title]).Source);
        IReadOnlyList<Diagnostic> before = await project.DiagnoseAsync();
        var shown = new StringBuilder();
        foreach (Diagnostic diagnostic in before.Where(diagnostic => CodeFixes.Ids.Contains(diagnostic.Id)))
        {
            foreach (CodeAction action in await project.FindAsync(diagnostic))
            {
                string mended = await project.ApplyAsync(action);
                using var after = new CodeFixes(mended);
                IReadOnlyList<Diagnostic> left = await after.DiagnoseAsync();
                shown.AppendLine(CultureInfo.InvariantCulture, $"{diagnostic.Id} {action.Title}").AppendLine(mended);

                Assert.True(
                    left.Count(found => found.Id == diagnostic.Id) < before.Count(found => found.Id == diagnostic.Id),
                    $"'{action.Title}' leaves {diagnostic.Id}:\n{mended}");
                Assert.Empty(left.Where(found => !Remaining.Contains(found.Id) && !before.Any(known => known.Id == found.Id)).Select(found => $"'{action.Title}' brings {found}:\n{mended}"));
            }
        }

        output.WriteLine(shown.ToString());
    }

    [Fact]
    public async Task Every_fix_is_offered_somewhere_and_writes_what_a_user_would()
    {
        Dictionary<string, SortedSet<string>> titles = [];
        var mended = new StringBuilder("# What the code fixes write\n\nThe first wrong program of each fix, and what becomes of it. Written by `CodeFixTests` with `UPDATE_SNAPSHOTS=1`.\n");
        HashSet<(string, string)> shown = [];
        foreach ((string title, string markup) in Programs.Wrong.OrderBy(program => program.Key, StringComparer.Ordinal))
        {
            (string source, Programs.Mark[] marks) = Programs.Read(markup);
            if (!marks.Any(mark => CodeFixes.Ids.Contains(mark.Id)))
                continue;

            using var project = new CodeFixes(source);
            foreach (Diagnostic diagnostic in (await project.DiagnoseAsync()).Where(diagnostic => CodeFixes.Ids.Contains(diagnostic.Id)))
            {
                foreach (CodeAction action in await project.FindAsync(diagnostic))
                {
                    titles.TryAdd(diagnostic.Id, new SortedSet<string>(StringComparer.Ordinal));
                    titles[diagnostic.Id].Add(action.Title);
                    if (shown.Add((diagnostic.Id, action.Title.Split('\'')[0])))
                        mended.Append(CultureInfo.InvariantCulture, $"\n## {diagnostic.Id}: {action.Title}\n\n{title}.\n\n```csharp\n{Programs.Own(await project.ApplyAsync(action))}\n```\n");
                }
            }
        }

        Assert.Equal(CodeFixes.Ids.Order(StringComparer.Ordinal), titles.Keys.Order(StringComparer.Ordinal));
        output.WriteLine($"{titles.Count} kinds of mistakes have a fix.");
        Snapshot.Check("CodeFixes.md", mended.ToString().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("ES0012", "[Event(\"x\")] public record X; [Event(\"y\")] public record Y; public static class Z { [Event(\"w\")] public class W { } }")]
    [InlineData("ES0001", "[Aggregate(\"x\")] public sealed class X { void When(Opened e) { } } [Aggregate(\"y\")] public sealed record Y { Y When(Opened e) => this; }")]
    [InlineData("ES0003", "[Aggregate(\"x\")] public sealed partial class X { void WhenOpen(Opened e) { } void WhenClose(Closed e) { } }")]
    [InlineData("ES0016", "public sealed record P; public sealed record Q; [Aggregate(\"x\")] public sealed partial class X { void When(P e) { } void When(Q e) { } } [Aggregate(\"y\")] public sealed partial class Y { void When(P e) { } }")]
    [InlineData("ES0095", "[Event(\"e\")] public sealed class E { public int N { get; } public int M { get; private set; } public string S { get; } = \"\"; }")]
    [InlineData("ES0013", "[Aggregate(\"a\")] public sealed partial record A { A When(Opened e) => this; public void One() => RecordThat(new Opened(\"\")); public void Two() { RecordThat(new Opened(\"\")); } }")]
    public async Task All_of_one_kind_are_mended_at_once(string id, string types)
    {
        using var project = new CodeFixes("using System;\nusing EventStore;\n" + types + "\n[Event(\"opened\")] public sealed record Opened(string Owner);\n[Event(\"closed\")] public sealed record Closed;\n");
        Assert.Contains(await project.DiagnoseAsync(), diagnostic => diagnostic.Id == id);

        using var after = new CodeFixes(await project.ApplyToAllAsync(id));

        Assert.Empty((await after.DiagnoseAsync()).Select(diagnostic => $"{diagnostic}\n{after.Source}"));
    }
}
