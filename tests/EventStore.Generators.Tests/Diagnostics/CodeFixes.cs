using System.Collections.Immutable;
using EventStore.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace EventStore.Generators.Tests.Diagnostics;

/// <summary>One source as an editor has it open, with the code fixes of the product.</summary>
internal sealed class CodeFixes : IDisposable
{
    private static readonly ImmutableArray<CodeFixProvider> Providers =
    [
        .. from type in typeof(ModifierCodeFix).Assembly.GetTypes()
           where type is { IsAbstract: false } && type.IsSubclassOf(typeof(CodeFixProvider))
           select (CodeFixProvider)Activator.CreateInstance(type)!,
    ];

    private readonly AdhocWorkspace _workspace = new();
    private readonly Document _document;

    public CodeFixes(string source)
    {
        Source = source;
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation = Compilations.Create(source);
        Project project = _workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Bank.Domain", "Bank.Domain", LanguageNames.CSharp, compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: compilation.References));

        // An editor has the generated files beside those that are written.
        foreach (SyntaxTree generated in Compilations.Generate(compilation).SyntaxTrees.Skip(1))
            project = project.AddDocument(Path.GetFileName(generated.FilePath), generated.GetText(TestContext.Current.CancellationToken), filePath: generated.FilePath).Project;

        _document = project.AddDocument("Source.cs", SourceText.From(source), filePath: "Source.cs");
    }

    public static ImmutableHashSet<string> Ids { get; } = [.. Providers.SelectMany(provider => provider.FixableDiagnosticIds)];

    public string Source { get; }

    /// <summary>What is told of the source; places are those of the document.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync()
    {
        SyntaxTree tree = (await _document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!;
        return await Compilations.DiagnoseAsync(Compilations.Create(Source).RemoveAllSyntaxTrees().AddSyntaxTrees(tree));
    }

    public async Task<IReadOnlyList<CodeAction>> FindAsync(Diagnostic diagnostic)
    {
        List<CodeAction> found = [];
        foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(_document, diagnostic, (action, _) => found.Add(action), TestContext.Current.CancellationToken));

        return found;
    }

    public async Task<string> ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Solution changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        return (await changed.GetDocument(_document.Id)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }

    public async Task<string> ApplyToAllAsync(string id)
    {
        CodeFixProvider provider = Assert.Single(Providers, provider => provider.FixableDiagnosticIds.Contains(id));
        Diagnostic[] all = [.. (await DiagnoseAsync()).Where(diagnostic => diagnostic.Id == id)];
        CodeAction first = (await FindAsync(all[0]))[0];
        var context = new FixAllContext(_document, provider, FixAllScope.Document, KeyFor(id, first), [id], new Known(all), TestContext.Current.CancellationToken);
        return await ApplyAsync((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    public void Dispose() => _workspace.Dispose();

    private static string KeyFor(string id, CodeAction action) => action.EquivalenceKey ?? id;

    private sealed class Known(IReadOnlyList<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
