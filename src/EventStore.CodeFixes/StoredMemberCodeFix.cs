using System.Collections.Immutable;
using System.Composition;
using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace EventStore.CodeFixes;

/// <summary>Lets a member of an event be stored and read back.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class StoredMemberCodeFix : EventStoreCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.NotReadBack, DiagnosticIds.NotPublic, DiagnosticIds.ExtensionDataNotSettable, DiagnosticIds.EndlessMember];

    protected override Task RegisterAsync(FixContext fix)
    {
        switch (fix.Diagnostic.Id)
        {
            case DiagnosticIds.NotReadBack when fix.Around<PropertyDeclarationSyntax>() is { AccessorList: { } accessors } property:
                fix.Offer("Let it be init", property, property.WithAccessorList(SetBy(accessors, SyntaxKind.InitAccessorDeclaration)));
                break;
            case DiagnosticIds.ExtensionDataNotSettable when fix.Around<PropertyDeclarationSyntax>() is { AccessorList: { } accessors } property:
                fix.Offer("Make it settable", property, property.WithAccessorList(SetBy(accessors, SyntaxKind.SetAccessorDeclaration)));
                break;
            case DiagnosticIds.NotPublic when fix.Around<MemberDeclarationSyntax>() is { } member and (PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null, AccessorList.Accessors.Count: 2 } or FieldDeclarationSyntax { Declaration.Variables.Count: 1 }):
                fix.Offer("Mark it with [JsonInclude]", member, Include(member));
                break;
            case DiagnosticIds.EndlessMember when fix.Around<PropertyDeclarationSyntax>() is { } property:
                fix.Offer("Let it be null", property, property.WithType(Nullable(property.Type)));
                break;
            case DiagnosticIds.EndlessMember when fix.Around<ParameterSyntax>() is { Type: { } type } parameter:
                fix.Offer("Let it be null", parameter, parameter.WithType(Nullable(type)));
                break;
        }

        return Task.CompletedTask;
    }

    private static AccessorListSyntax SetBy(AccessorListSyntax accessors, SyntaxKind kind)
    {
        AccessorDeclarationSyntax setter = SyntaxFactory.AccessorDeclaration(kind).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        AccessorDeclarationSyntax? old = accessors.Accessors.FirstOrDefault(accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        return accessors
            .WithAccessors(old is null ? accessors.Accessors.Add(setter) : accessors.Accessors.Replace(old, setter.WithTriviaFrom(old)))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static MemberDeclarationSyntax Include(MemberDeclarationSyntax member)
    {
        AttributeSyntax attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName("global::System.Text.Json.Serialization.JsonInclude")).WithAdditionalAnnotations(Simplifier.Annotation);
        AttributeListSyntax list = SyntaxFactory.AttributeList([attribute]).WithLeadingTrivia(member.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        MemberDeclarationSyntax bare = member.WithLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list));
    }

    private static NullableTypeSyntax Nullable(TypeSyntax type) => SyntaxFactory.NullableType(type.WithoutTrivia()).WithTriviaFrom(type);
}
