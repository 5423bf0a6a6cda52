using EventStore.Generators.Emission;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads what it takes to write another part of a partial type.</summary>
internal static class TypeHeaderParser
{
    public static TypeHeader Parse(INamedTypeSymbol type) => new(
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
        type.WithContainers().Skip(1).Reverse().Select(container => $"{Keyword(container)} {container.Name.Escaped()}").ToEquatableArray(),
        Keyword(type),
        type.Name.Escaped(),
        type.FullName(),
        Identifiers.HintName(type.MetadataFullName()));

    public static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };
}
