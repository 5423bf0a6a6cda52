using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EventStore.Generators.Tests;

/// <summary>Compiles a user's sources, runs the generator over them, and the analyzers over what came of it.</summary>
internal static class Compilations
{
    private static readonly ImmutableArray<MetadataReference> References =
        [.. Basic.Reference.Assemblies.Net100.References.All, MetadataReference.CreateFromFile(typeof(EventStore.AggregateAttribute).Assembly.Location)];

    private const string UndocumentedMember = "CS1591";

    /// <summary>One of each analyzer of the assembly, so that none is forgotten.</summary>
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. from type in typeof(EventStoreGenerator).Assembly.GetTypes()
           where type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
           select (DiagnosticAnalyzer)Activator.CreateInstance(type)!,
    ];

    /// <summary>Its references are read once, for all compilations that are made of it.</summary>
    private static readonly CSharpCompilation Empty = Bind(CSharpCompilation.Create("Empty", [], References));

    /// <summary>What a project has that sets nothing: no implicit usings beyond those that a test writes down.</summary>
    public static CSharpCompilation Create(string source, NullableContextOptions nullable = NullableContextOptions.Enable, LanguageVersion language = LanguageVersion.CSharp14, string assemblyName = "Bank.Domain", params MetadataReference[] references) =>
        Empty
            .WithAssemblyName(assemblyName)
            .WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, warningLevel: 9999))
            .AddReferences(references)
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(language, DocumentationMode.Diagnose), "Source.cs"));

    public static GeneratorDriver Driver(CSharpCompilation compilation) => CSharpGeneratorDriver.Create(
        [new EventStoreGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static Compilation Generate(CSharpCompilation compilation)
    {
        Driver(compilation).RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        return updated;
    }

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, params MetadataReference[] references) =>
        await Generate(Create(source, references: references))
            .WithAnalyzers(Analyzers)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    /// <summary>All that analyzers say, and what the compiler says beside it: errors and warnings.</summary>
    public static Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(string source) => DiagnoseAsync(Create(source));

    public static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(CSharpCompilation written)
    {
        Compilation compilation = Generate(written);
        ImmutableArray<Diagnostic> analyzed = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. analyzed, .. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != UndocumentedMember)];
    }

    private static CSharpCompilation Bind(CSharpCompilation compilation)
    {
        _ = compilation.GetSpecialType(SpecialType.System_Object);
        return compilation;
    }
}
