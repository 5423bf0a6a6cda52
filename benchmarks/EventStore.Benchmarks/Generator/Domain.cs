using Basic.Reference.Assemblies;
using EventStore.Generators;
using EventStore.Generators.Tests.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EventStore.Benchmarks.Generator;

/// <summary>A domain of 1,000 events and 200 aggregates, as a compilation that nothing has looked at yet.</summary>
internal static class Domain
{
    public const string Size = "1,000 events, 200 aggregates";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] References = [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(AggregateAttribute).Assembly.Location)];

    /// <summary>One of each analyzer that travels with the generator.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. from type in typeof(EventStoreGenerator).Assembly.GetTypes()
           where type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
           select (DiagnosticAnalyzer)Activator.CreateInstance(type)!,
    ];

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new EventStoreGenerator().AsSourceGenerator()], parseOptions: Options);

    public static CSharpCompilation Parse() => Compile(LargeSolution.Sources().Select(source => Parse(source.Value, source.Key)));

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) =>
        CSharpCompilation.Create("Shop", trees, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    public static CSharpCompilation WithEditedEvent(CSharpCompilation compilation, int edit) =>
        Edit(compilation, LargeSolution.EventsPath(60), "string Name)", $"string Name, int Edit{edit})");

    public static CSharpCompilation WithUnrelatedEdit(CSharpCompilation compilation, int edit) =>
        Edit(compilation, LargeSolution.UnrelatedPath(100), "Count * 2", $"Count * {edit}");

    private static CSharpCompilation Edit(CSharpCompilation compilation, string path, string before, string after)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        string text = tree.ToString();
        string edited = text.Replace(before, after, StringComparison.Ordinal);
        return edited != text
            ? compilation.ReplaceSyntaxTree(tree, Parse(edited, path))
            : throw new InvalidOperationException($"There is no '{before}' in {path} to be edited.");
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Options, path, System.Text.Encoding.UTF8);
}
