using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Architecture.Tests;

/// <summary>The files of the repository, as they stand on the disk.</summary>
internal static class Sources
{
    public static string Root { get; } = FindRoot();

    /// <summary>Paths of the C# files that are written by hand, from the root on, with forward slashes.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Code and comments, without what stands in string literals: there, it is another program's text.</summary>
    public static string TextWithoutStrings(string path) =>
        string.Concat(
            from token in Parse(path).DescendantTokens()
            let text = token.Kind().ToString().Contains("String", StringComparison.Ordinal) ? "" : token.Text
            select token.LeadingTrivia.ToFullString() + text + token.TrailingTrivia.ToFullString());

    public static IEnumerable<string> PublicTypes(string path) =>
        Parse(path)
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member.Modifiers.Any(SyntaxKind.PublicKeyword))
            .Select(member => member switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.Text,
                DelegateDeclarationSyntax type => type.Identifier.Text,
                _ => "",
            })
            .Where(name => name.Length > 0)
            .Distinct();

    /// <summary>The types that a file declares, nested ones included.</summary>
    public static IEnumerable<TypeDeclarationSyntax> Types(string path) => Parse(path).DescendantNodes().OfType<TypeDeclarationSyntax>();

    private static CompilationUnitSyntax Parse(string path) =>
        CSharpSyntaxTree.ParseText(Text(path), CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview))
            .GetCompilationUnitRoot();

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "EventStore.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return directory.FullName;
    }
}
