using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.CodeFixes;

/// <summary>Changes the modifiers of a declaration, and leaves the rest of the line as it is.</summary>
internal static class Modifiers
{
    private static readonly SyntaxKind[] Hiding = [SyntaxKind.FileKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword];

    /// <summary>Adds a modifier in front of <c>partial</c>, which is always the last.</summary>
    public static TypeDeclarationSyntax Add(TypeDeclarationSyntax type, SyntaxKind kind)
    {
        int partial = type.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        SyntaxToken modifier = SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count == 0)
        {
            modifier = modifier.WithLeadingTrivia(type.Keyword.LeadingTrivia);
            return type.WithKeyword(type.Keyword.WithLeadingTrivia()).WithModifiers([modifier]);
        }

        if (partial == 0)
        {
            modifier = modifier.WithLeadingTrivia(type.Modifiers[0].LeadingTrivia);
            return type.WithModifiers([modifier, type.Modifiers[0].WithLeadingTrivia(), .. type.Modifiers.Skip(1)]);
        }

        return type.WithModifiers(partial < 0 ? type.Modifiers.Add(modifier) : type.Modifiers.Insert(partial, modifier));
    }

    public static T RemoveAt<T>(T member, int index)
        where T : MemberDeclarationSyntax
    {
        SyntaxToken removed = member.Modifiers[index];
        var changed = (T)member.WithModifiers(member.Modifiers.RemoveAt(index));
        return index > 0 ? changed : changed.ReplaceToken(NextOf(changed), NextOf(changed).WithLeadingTrivia(removed.LeadingTrivia));
    }

    /// <summary>Whether only a file or another type can name the type.</summary>
    public static bool IsHidden(TypeDeclarationSyntax type) =>
        Hiding.Any(kind => type.Modifiers.Any(kind))
        || (type.Parent is ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax && !type.Modifiers.Any(SyntaxKind.PublicKeyword) && !type.Modifiers.Any(SyntaxKind.InternalKeyword));

    public static TypeDeclarationSyntax Show(TypeDeclarationSyntax type)
    {
        SyntaxTriviaList leading = type.Modifiers.Count > 0 ? type.Modifiers[0].LeadingTrivia : type.Keyword.LeadingTrivia;
        SyntaxToken shown = SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxToken[] others = [.. type.Modifiers.Where(modifier => !Hiding.Contains(modifier.Kind()) && !modifier.IsKind(SyntaxKind.InternalKeyword)).Select((modifier, index) => index == 0 ? modifier.WithLeadingTrivia() : modifier)];
        return type.WithKeyword(type.Modifiers.Count > 0 ? type.Keyword : type.Keyword.WithLeadingTrivia()).WithModifiers([shown, .. others]);
    }

    /// <summary>The token behind the attributes.</summary>
    private static SyntaxToken NextOf(MemberDeclarationSyntax member) =>
        member.Modifiers.Count > 0 ? member.Modifiers[0] : member.AttributeLists.Count > 0 ? member.AttributeLists.Last().GetLastToken().GetNextToken() : member.GetFirstToken();
}
