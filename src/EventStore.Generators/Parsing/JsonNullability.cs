using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>
/// Says what may be null, for options that respect the annotations. Of a generic type the declaration counts, not what
/// its parameters stand for: the runtime knows no other.
/// </summary>
internal static class JsonNullability
{
    /// <summary>Whether what a property or field gives is never null.</summary>
    public static bool GivesNoNull(ISymbol member) => Is(member, KnownNames.NotNull, KnownNames.MaybeNull);

    /// <summary>Whether a property, field or parameter does not take null.</summary>
    public static bool TakesNoNull(ISymbol symbol) => Is(symbol, KnownNames.DisallowNull, KnownNames.AllowNull);

    private static bool Is(ISymbol symbol, string no, string yes)
    {
        ITypeSymbol? type = symbol.OriginalDefinition switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            IParameterSymbol argument => argument.Type,
            _ => null,
        };
        bool canBeNull = type is ITypeParameterSymbol parameter
            ? parameter.HasNotNullConstraint
            : type is { IsValueType: false } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        return canBeNull
            && symbol.Attribute(yes) is null
            && (symbol.Attribute(no) is not null || type!.NullableAnnotation == NullableAnnotation.NotAnnotated);
    }
}
