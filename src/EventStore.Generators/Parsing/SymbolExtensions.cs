using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators.Parsing;

internal static class SymbolExtensions
{
    /// <summary>The type as C# names it anywhere, from <c>global::</c> on and without annotations.</summary>
    public static string FullName(this ITypeSymbol type) => string.Concat(
        type.ToDisplayParts(SymbolDisplayFormat.FullyQualifiedFormat)
            .Select(part => part.Kind is SymbolDisplayPartKind.Keyword or SymbolDisplayPartKind.Punctuation ? part.ToString() : part.ToString().Escaped()));

    /// <summary>The type's name for a reader.</summary>
    public static string ShortName(this ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>The name that the runtime gives the type, for example <c>Bank.Account+Opened</c>.</summary>
    public static string MetadataFullName(this INamedTypeSymbol type) =>
        type.ContainingType is { } container ? container.MetadataFullName() + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None)) + "." + type.MetadataName
        : type.MetadataName;

    public static bool Is(this ITypeSymbol? type, string metadataName) =>
        type is INamedTypeSymbol named && metadataName.EndsWith(named.MetadataName, StringComparison.Ordinal) && named.OriginalDefinition.MetadataFullName() == metadataName;

    public static AttributeData? Attribute(this ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(metadataName));

    public static Location? Location(this AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation();

    /// <summary>An attribute's first argument, or null.</summary>
    public static object? Argument(this AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Array, Value: { } value }, ..] ? value : null;

    /// <summary>The types of an attribute's named argument; none where it is not set, or null.</summary>
    public static IEnumerable<TypedConstant> Types(this AttributeData? attribute, string name) =>
        from argument in attribute?.NamedArguments ?? []
        where argument.Key == name && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false }
        from value in argument.Value.Values
        select value;

    /// <summary>The text as an identifier, with <c>@</c> where it is a keyword.</summary>
    public static string Escaped(this string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;

    /// <summary>Whether the compiler keeps the property's value.</summary>
    public static bool IsAuto(this IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    public static bool IsPartial(this INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The type and those around it, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> WithContainers(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
            yield return current;
    }

    /// <summary>The type and its bases without <c>object</c> and <c>ValueType</c>, most derived first.</summary>
    public static IEnumerable<INamedTypeSymbol> WithBases(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            yield return current;
    }

    /// <summary>All types below a namespace, nested ones too.</summary>
    public static IEnumerable<INamedTypeSymbol> AllTypes(this INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        Stack<INamespaceOrTypeSymbol> open = new([container]);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (INamespaceOrTypeSymbol member in open.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
                if (member is INamedTypeSymbol type)
                    yield return type;
            }
        }
    }

    /// <summary>Whether generated code of the assembly can name the type.</summary>
    public static bool IsVisibleIn(this ITypeSymbol type, Compilation compilation) =>
        compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) && type is not INamedTypeSymbol { IsFileLocal: true };

    /// <summary>Whether this generator wrote the file: the analyzers see the generated members beside those of the user.</summary>
    public static bool IsGenerated(this SyntaxTree tree) => tree.FilePath.EndsWith(Emission.GeneratedFile.Extension, StringComparison.Ordinal);

    /// <summary>Whether a user wrote the member, and not the compiler or this generator.</summary>
    public static bool IsWrittenByUser(this ISymbol member) =>
        !member.IsImplicitlyDeclared && !member.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree.IsGenerated());
}
