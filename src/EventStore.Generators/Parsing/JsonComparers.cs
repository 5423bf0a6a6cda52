using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators.Parsing;

/// <summary>Tells of a stored collection that is made with a comparer: that is no part of the JSON.</summary>
internal sealed class JsonComparers(INamedTypeSymbol owner, ISymbol member, JsonConstructor constructor, JsonTypeParser parser)
{
    private ITypeSymbol Type => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>Looks at all that the source of the type, and of its bases, puts into the member.</summary>
    public void Check()
    {
        if (!MayCompare(Type))
            return;

        JsonMemberValue[] values = [.. JsonMemberValue.Of(member, owner, parser.Compilation).Where(value => PassedTo(value) is not null)];
        if (!values.Any(value => value.IsOfElement) && (values.Length == 0 || IsMadeAnew(values)))
            return;

        parser.Report(
            member,
            $"its comparer '{PassedTo(values[0])}' is no part of the JSON, so it would be read back with the default one. Bring what is compared into one form before it is added, let its setter make it anew, as in 'init => field = new(value, …)', or fill what its initialiser makes with [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)].",
            Descriptors.LostComparer);
    }

    private static bool MayCompare(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => MayCompare(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } named => StoredComparer.IsCarrier(named) || named.TypeArguments.Any(MayCompare),
        _ => false,
    };

    private string? PassedTo(JsonMemberValue value) => StoredComparer.PassedTo(value.Expression, parser.Compilation);

    /// <summary>Whether the comparer is back before anybody uses what was read.</summary>
    private bool IsMadeAnew(JsonMemberValue[] values) =>
        HasSetterOfItsOwn()
        || (JsonHiddenState.IsFilled(member, owner) && constructor.Construction != JsonConstruction.Arguments && Type.ContainingNamespace?.ToDisplayString() != "System.Collections.Immutable")
        || values.Any(value => value.Expression.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault()?.Identifier.ValueText == "OnDeserialized")
        || (constructor.Construction == JsonConstruction.Arguments && constructor.ParameterFor(member) is { } parameter && values.Any(value => Mentions(value, parameter)));

    private bool HasSetterOfItsOwn() => member is IPropertySymbol { SetMethod: { } setter }
        && setter.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is AccessorDeclarationSyntax accessor && (accessor.Body is not null || accessor.ExpressionBody is not null));

    private static bool Mentions(JsonMemberValue value, IParameterSymbol parameter) =>
        value.Expression.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == parameter.Name);
}
