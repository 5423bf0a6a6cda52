using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads <c>[JsonConverter]</c> on types and members.</summary>
internal static class JsonConverters
{
    /// <summary>The converter that a type names, as an expression, or null.</summary>
    public static string? OfType(ITypeSymbol type, JsonTypeParser parser) => Find(type, type, parser);

    /// <summary>The converter that a member names, as an argument of <c>Member</c>, or null.</summary>
    public static string? OfMember(ISymbol member, ITypeSymbol type, JsonTypeParser parser)
    {
        ITypeSymbol value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        string? converter = Find(member, value, parser);
        return converter is null ? null
            : ReferenceEquals(value, type) ? $"Converter<{type.FullName()}>(options, {converter})"
            : $"NullableConverter<{value.FullName()}>(options, {converter})";
    }

    private static string? Find(ISymbol symbol, ITypeSymbol value, JsonTypeParser parser)
    {
        AttributeData? attribute = symbol.GetAttributes().FirstOrDefault(attribute => IsConverterAttribute(attribute.AttributeClass));
        if (attribute is null)
            return null;

        if (!attribute.AttributeClass.Is(KnownNames.JsonConverter) || attribute.Argument() is not INamedTypeSymbol converter)
        {
            parser.Report(symbol, "its converter is known only when the program runs. Name it with [JsonConverter(typeof(…))].", Descriptors.ConverterNotUsable);
            return null;
        }

        if (converter.Is(KnownNames.JsonStringEnumConverter) || converter.Is(KnownNames.JsonStringEnumConverterOf))
        {
            if (value.TypeKind == TypeKind.Enum)
                return $"new global::System.Text.Json.Serialization.JsonStringEnumConverter<{value.FullName()}>()";

            parser.Report(symbol, $"'{converter.Name}' converts enums only, and '{value.ShortName()}' is none. Put it on the enum itself.", Descriptors.ConverterNotUsable);
            return null;
        }

        bool isUsable = converter is { IsUnboundGenericType: false, IsAbstract: false }
            && converter.WithBases().Any(@base => @base.Is(KnownNames.JsonConverterBase))
            && converter.IsVisibleIn(parser.Compilation)
            && converter.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && parser.Compilation.IsSymbolAccessibleWithin(constructor, parser.Compilation.Assembly));
        if (isUsable)
            return $"new {converter.FullName()}()";

        parser.Report(symbol, $"generated code cannot make its converter '{converter.Name}'. Let it be a JsonConverter that is not generic, internal or public, with a parameterless constructor.", Descriptors.ConverterNotUsable);
        return null;
    }

    private static bool IsConverterAttribute(INamedTypeSymbol? attribute) =>
        attribute is not null && attribute.WithBases().Any(@base => @base.Is(KnownNames.JsonConverter));
}
