using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EventStore.Generators.Tests.Generator;

/// <summary>What the generator does while a user types in a solution of 1,000 events and 200 aggregates.</summary>
public sealed class EveryKeystrokeTests(ITestOutputHelper output)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>Edits that change nothing which the generator reads.</summary>
    private static readonly (string Name, string Path, string Old, string New)[] Unrelated =
    [
        ("inside a method's body", LargeSolution.AggregatePath(60), "return _count;", "int count = _count;\n        return count + 1;"),
        ("in an unrelated file", LargeSolution.UnrelatedPath(100), "Count * 2", "Count + Count"),
        ("of a comment", LargeSolution.AggregatePath(60), "// A comment.", "// Another comment."),
        ("of a When's body", LargeSolution.AggregatePath(60), "_count += 2;", "_count -= 2;"),
        ("of an immutable When's body", LargeSolution.AggregatePath(61), "_count + 2", "_count - 2"),
        ("of a projection's When's body", "Projections.cs", "Count += 1;", "Count += 2;"),
        ("a blank line above everything", LargeSolution.EventsPath(60), "using EventStore;", "\nusing EventStore;"),
        ("an unrelated class more", LargeSolution.UnrelatedPath(100), "namespace Elsewhere;", "namespace Elsewhere;\n\npublic sealed class Another;"),
        ("half an attribute", LargeSolution.EventsPath(60), "[Event(\"event-060-0\")]", "[Event(\"event-060-0\""),
        ("half a member, in an unrelated file", LargeSolution.UnrelatedPath(100), "public int Twice()", "public int Tw"),
        ("a member of an aggregate that is no handler", LargeSolution.AggregatePath(60), "private int _count;", "private int _count;\n    private int _other;"),
    ];

    /// <summary>
    /// Edits that change what is generated, and how many files at most are written anew with the content they had: the
    /// compiler compares what it finds in a file place by place, and so the files that hold an attribute.
    /// </summary>
    private static readonly (string Name, (string Path, string Old, string New)[] Changes, int WrittenAlike)[] Related =
    [
        ("an event's stored name", [(LargeSolution.EventsPath(60), "\"event-060-2\"", "\"renamed\"")], 0),
        ("an event's class", [(LargeSolution.EventsPath(60), "Event060x2", "AaaRenamed"), (LargeSolution.AggregatePath(60), "Event060x2", "AaaRenamed")], 0),
        ("a nested event's class", [(LargeSolution.EventsPath(63), "Event063x0", "Renamed"), (LargeSolution.AggregatePath(63), "Event063x0", "Renamed")], 0),
        ("an event's member more", [(LargeSolution.EventsPath(60), "string Name)", "string Name, int Age)")], 0),
        ("an event's member of a new type", [(LargeSolution.EventsPath(60), "string Name)", "string Name, System.Half Age)")], 0),
        ("a name that the assembly gives", [("Names.cs", "address-imported", "address-read")], 0),
        ("a shared type's member more", [("Shared.cs", "string City,", "string City, string Country,")], 0),
        ("a handler more", [(LargeSolution.AggregatePath(60), "private int _count;", "private void When(Event061x0 e) { }")], 0),
        ("a projection's handler more", [("Projections.cs", "public int Count", "private void When(Event001x0 e) { }\n    public int Count")], 0),
        ("a projection's member more", [("Projections.cs", "public int Count", "public int More { get; set; }\n    public int Count")], 0),
        ("a state's member more", [("Projections.cs", "Address Last", "Address Last, int Count")], 0),
        ("a handler of an unmarked event", [(LargeSolution.AggregatePath(60), "private int _count;", "private void When(Event007x2 e) { }")], 0),
        ("a file with an aggregate less", [(LargeSolution.AggregatePath(60), "", "")], int.MaxValue - 10),
        ("an event more, before the others", [(LargeSolution.EventsPath(0), "namespace Shop;", "namespace Shop;\n[Event(\"aaa\")] public sealed record Aaa(int N);")], 5),
        ("an aggregate more, before the others", [(LargeSolution.AggregatePath(0), "namespace Shop;", "namespace Shop;\n[Aggregate(\"aaa\")] public sealed partial class Aaa { }")], 1),
    ];

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public void An_edit_has_only_that_written_anew_which_names_what_it_changed()
    {
        (CSharpCompilation compilation, GeneratorDriver driver) = Start();
        GeneratorRunResult before = driver.GetRunResult().Results[0];
        Assert.All(TrackingNames.All.Where(step => step != TrackingNames.AlikeAggregates), step => Assert.True(StepTable.Reasons(before, step).Any(), $"{step} finds nothing: add to the solution what it looks for"));
        var table = new StepTable();

        // To keep account of every step takes seconds for each edit, and the edits have nothing to do with each other.
        foreach ((string name, GeneratorRunResult after) in Unrelated.AsParallel().AsOrdered().Select(edit => (edit.Item1, Run(driver, Edit(compilation, edit.Item2, edit.Item3, edit.Item4)))))
        {
            table.Add(name, before, after);

            Assert.All(TrackingNames.All.SelectMany(step => StepTable.Reasons(after, step)), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name}: {reason}"));
            Assert.All(StepTable.Reasons(after, StepTable.Output), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }

        foreach ((string name, GeneratorRunResult after, int alike) in Related.AsParallel().AsOrdered().Select(edit => (edit.Item1, Run(driver, edit.Item2.Aggregate(compilation, (edited, change) => Edit(edited, change.Path, change.Old, change.New))), edit.Item3)))
        {
            table.Add(name, before, after);

            int written = StepTable.Reasons(after, StepTable.Output).Count(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
            Assert.InRange(written, 1, StepTable.Differences(before, after).Count() + alike);
        }

        output.WriteLine(table.ToString());
        Snapshot.Check("EveryKeystroke.md", table.ToString());
    }

    /// <summary>
    /// The driver alone, as an editor runs it, and what it allocates: the same on every machine, busy or not. The
    /// compiler has every attribute bound again in a new compilation, so that some of the work is there at each edit.
    /// </summary>
    [Fact]
    public void It_takes_less_than_half_the_work_after_an_edit()
    {
        CSharpCompilation compilation = Create();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new EventStoreGenerator().AsSourceGenerator()], parseOptions: Options);
        long cold = Allocated("cold", driver, compilation, out GeneratorDriver warm);

        foreach ((string name, string path, string old, string @new) in Unrelated)
            Assert.InRange(Allocated(name, warm, Edit(compilation, path, old, @new), out GeneratorDriver _), 0, cold / 2);

        long Allocated(string name, GeneratorDriver before, CSharpCompilation edited, out GeneratorDriver after)
        {
            long start = GC.GetAllocatedBytesForCurrentThread();
            after = before.RunGenerators(edited, CancellationToken);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - start;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-45} {allocated / 1024.0:#,0} KiB"));
            return allocated;
        }
    }

    [Fact]
    public void No_model_holds_a_symbol_a_tree_or_a_place()
    {
        GeneratorRunResult result = Start().Driver.GetRunResult().Results[0];

        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Assert.All(TrackingNames.All.SelectMany(step => result.TrackedSteps[step]).SelectMany(step => step.Outputs), step => ModelGraph.Walk(step.Value, seen));
    }

    [Fact]
    public void The_same_source_in_another_order_and_at_another_place_gives_equal_models_and_files()
    {
        CSharpCompilation compilation = Create(20);
        CSharpCompilation moved = compilation
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(compilation.SyntaxTrees.Reverse().Select(tree => Parse("// Moved.\n\n" + tree.GetText(CancellationToken).ToString().Replace("\n", "\n\n  ", StringComparison.Ordinal), "Moved" + tree.FilePath)));
        GeneratorRunResult first = Compilations.Driver(compilation).RunGenerators(compilation, CancellationToken).GetRunResult().Results[0];

        GeneratorRunResult second = Compilations.Driver(moved).RunGenerators(moved, CancellationToken).GetRunResult().Results[0];

        Assert.Empty(StepTable.Differences(first, second));
        foreach (string step in TrackingNames.All)
        {
            HashSet<object> values = [.. first.TrackedSteps[step].SelectMany(run => run.Outputs).Select(found => found.Value)];
            Assert.True(values.SetEquals(second.TrackedSteps[step].SelectMany(run => run.Outputs).Select(found => found.Value)), step);
        }
    }

    private static (CSharpCompilation Compilation, GeneratorDriver Driver) Start()
    {
        CSharpCompilation compilation = Create();
        GeneratorDriver driver = Compilations.Driver(compilation).RunGenerators(compilation, CancellationToken);
        Assert.Empty(driver.GetRunResult().Diagnostics);
        return (compilation, driver);
    }

    private static GeneratorRunResult Run(GeneratorDriver driver, CSharpCompilation edited)
    {
        GeneratorRunResult result = driver.RunGenerators(edited, CancellationToken).GetRunResult().Results[0];
        Assert.Null(result.Exception);
        return result;
    }

    private static CSharpCompilation Create(int aggregates = 200) =>
        Compilations.Create("", assemblyName: "Shop").RemoveAllSyntaxTrees().AddSyntaxTrees(LargeSolution.Sources(aggregates).Select(source => Parse(source.Value, source.Key)));

    /// <summary>Replaces a text of a file everywhere, or empties the file where no text is named.</summary>
    private static CSharpCompilation Edit(CSharpCompilation compilation, string path, string old, string @new)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        string text = tree.GetText(CancellationToken).ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, Parse(old.Length == 0 ? "" : text.Replace(old, @new, StringComparison.Ordinal), path));
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Options, path, cancellationToken: CancellationToken);
}
