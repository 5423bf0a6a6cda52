using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators.Parsing;

/// <summary>Tells of a collection that is filled when it is read, but is not empty before.</summary>
internal static class JsonFilledCollections
{
    public static void Check(INamedTypeSymbol owner, ISymbol member, ITypeSymbol type, JsonConstructor constructor, JsonTypeParser parser)
    {
        if (constructor.Construction == JsonConstruction.Arguments || !JsonHiddenState.IsFilled(member, owner) || !CanBeFilled(type))
            return;

        ExpressionSyntax? value = new JsonConstructorBodies(member, parser.Compilation).Find(constructor.Symbol) ?? JsonMemberValue.InitializerOf(member);
        if (value is not null && HoldsElements(value))
            parser.Report(member, $"what is read would be put to what it begins with, '{JsonMemberValue.Show(value)}'. Let it begin empty, or remove [JsonObjectCreationHandling].", Descriptors.WriteOnlyCollection);
    }

    private static bool CanBeFilled(ITypeSymbol type) => JsonValueTypes.CollectionOf(type)?.Shape
        is JsonShape.List or JsonShape.IList or JsonShape.ICollection or JsonShape.ISet or JsonShape.Queue or JsonShape.ConcurrentQueue or JsonShape.Dictionary or JsonShape.IDictionary;

    private static bool HoldsElements(ExpressionSyntax value) => value switch
    {
        CollectionExpressionSyntax collection => collection.Elements.Count > 0,
        BaseObjectCreationExpressionSyntax creation => creation.Initializer?.Expressions.Count > 0,
        _ => false,
    };
}
