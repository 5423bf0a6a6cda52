using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EventStore.Generators.Tests.Generator;

public sealed class GeneratorTests
{
    public static TheoryData<string> Names => [.. Cases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_generates_what_it_generated(string name)
    {
        CSharpCompilation compilation = Compilations.Create(Cases.All[name]);
        GeneratorDriverRunResult result = Compilations.Driver(compilation).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult();
        string version = typeof(EventStoreGenerator).Assembly.GetName().Version!.ToString(3);
        string generated = string.Concat(result.Results[0].GeneratedSources
            .OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Select(source => $"======== {source.HintName}\n{source.SourceText}")).Replace($"\"{version}\"", "\"0.0.0\"", StringComparison.Ordinal);
        Snapshot.Check(name + ".g.cs.txt", generated);
        Assert.DoesNotContain('\r', generated);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_it_generates_compiles_without_a_warning(string name)
    {
        foreach ((NullableContextOptions nullable, LanguageVersion language) in new[] { (NullableContextOptions.Enable, LanguageVersion.CSharp14), (NullableContextOptions.Disable, LanguageVersion.CSharp12) })
        {
            Compilation compiled = Compilations.Generate(Compilations.Create(Cases.All[name], nullable, language));
            using var image = new MemoryStream();

            Assert.Empty(compiled.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree!.FilePath != "Source.cs")));
            Assert.True(compiled.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_JSON_works_for_every_event(string name)
    {
        Compilation compiled = Compilations.Generate(Compilations.Create(Cases.All[name]));
        using var image = new MemoryStream();
        Assert.True(compiled.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext(name, isCollectible: true);
        try
        {
            Type events = context.LoadFromStream(image).GetTypes().Single(type => type is { Namespace: "EventStore.Generated", Name: "Bank_Domain__Events" });
            var all = (EventType[])events.GetMethod("All_", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, null)!;

            Assert.Equal(all.Length, new EventCatalog(all).EventTypes.Count);
            Assert.All(all, type => type.JsonTypeInfo.MakeReadOnly());
        }
        finally
        {
            context.Unload();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_unrelated_edit_generates_nothing_anew(string name)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        CSharpCompilation compilation = Compilations.Create(Cases.All[name]);
        SyntaxTree other = CSharpSyntaxTree.ParseText("class Other { }", (CSharpParseOptions)compilation.SyntaxTrees[0].Options, "Other.cs", cancellationToken: cancellationToken);
        GeneratorDriver driver = Compilations.Driver(compilation).RunGenerators(compilation.AddSyntaxTrees(other), cancellationToken);
        SyntaxTree edited = CSharpSyntaxTree.ParseText("class Other { int x; }", (CSharpParseOptions)compilation.SyntaxTrees[0].Options, "Other.cs", cancellationToken: cancellationToken);

        GeneratorRunResult result = driver.RunGenerators(compilation.AddSyntaxTrees(edited), cancellationToken).GetRunResult().Results[0];

        ImmutableArray<IncrementalGeneratorRunStep>[] steps = [.. TrackingNames.All.Where(result.TrackedSteps.ContainsKey).Select(step => result.TrackedSteps[step])];
        Assert.NotEmpty(steps);
        Assert.All(
            steps.Concat(result.TrackedOutputSteps.Values).SelectMany(step => step).SelectMany(step => step.Outputs),
            output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, output.Reason.ToString()));
        Assert.All(result.TrackedOutputSteps.Values.SelectMany(step => step).SelectMany(step => step.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        Assert.All(result.TrackedSteps.Where(step => TrackingNames.All.Contains(step.Key)).SelectMany(step => step.Value).SelectMany(step => step.Outputs), output => ModelGraph.Walk(output.Value, new(ReferenceEqualityComparer.Instance)));
    }

    [Fact]
    public void All_names_of_steps_are_known() =>
        Assert.Equal(typeof(TrackingNames).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order(), TrackingNames.All.Order());

    [Fact]
    public void What_is_wrong_is_left_out_in_silence()
    {
        const string source = """
            using EventStore;
            [Event("")] public sealed record Nameless;
            [Event("open")] public record Open;
            [Event("any")] public sealed record Any(object Value);
            [Aggregate("a")] public sealed class NotPartial { void When(Any e) { } }
            [Aggregate("b")] public sealed partial class B { void When(Nameless e) { } void When(Open e) { } void When(Missing e) { } void When(Any e) { } void When() { } void WhenX(ref int n) { } }
            [Aggregate] public sealed partial class C { }
            [Event] public sealed record Bare;
            [EventCatalog] public class Catalog { }
            """;

        Compilation compiled = Compilations.Generate(Compilations.Create(source));

        Assert.All(compiled.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), diagnostic => Assert.Equal("Source.cs", diagnostic.Location.SourceTree!.FilePath));
    }

    [Fact]
    public void Types_whose_names_differ_in_case_only_and_attributes_that_stand_twice_do_not_stop_it()
    {
        const string source = """
            using EventStore;
            [Event("e")] public sealed record E(EVENT One, Event Two);
            [Event("event")] public sealed record Event;
            public sealed record EVENT(int N);
            [Aggregate("a")] public sealed partial class FooBar { void When(E e) { } }
            [Aggregate("b")] public sealed partial class Foobar { void When(E e) { } }
            [EventCatalog] public static partial class FOOBAR;
            """;

        Assert.DoesNotContain(Compilations.Generate(Compilations.Create(source)).GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Compilation twice = Compilations.Generate(Compilations.Create(source + "[Aggregate(\"a\")] partial class FooBar; [EventCatalog] partial class FOOBAR; [Event(\"e\")] partial record E;"));
        Assert.Equal(8, twice.SyntaxTrees.Skip(1).Count());
    }
}
