using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads a property or field of a type that is stored.</summary>
internal sealed class JsonMemberParser(JsonTypeParser parser, INamedTypeSymbol owner, ISymbol member, JsonConstructor constructor, bool isArgument)
{
    private const int Never = 0;
    private const int Always = 1;
    private const int WhenWritingDefault = 2;
    private const int WhenWritingNull = 3;
    private const int Populate = 1;

    private readonly IPropertySymbol? _property = member as IPropertySymbol;
    private readonly int? _ignore = IgnoreCondition(member);
    private readonly bool _isIncluded = member.Attribute(KnownNames.JsonInclude) is not null;

    private ITypeSymbol Type => _property?.Type ?? ((IFieldSymbol)member).Type;

    /// <summary>What to generate for the member; null for one that is not stored.</summary>
    public JsonMemberModel? Parse()
    {
        if (!IsStored())
            return null;

        if (_ignore == Always)
            return Type.IsVisibleIn(parser.Compilation) && IsNameable(Type) ? Model(JsonAccess.None, JsonAccess.None) : null;

        string? converter = JsonConverters.OfMember(member, Type, parser);
        if (converter is not null)
            parser.AddConverted(Type, member);
        else if (!parser.TryAdd(Type, member))
            return null;

        JsonAccess set = Setter();
        if (set == JsonAccess.Accessor && member.ContainingType.IsGenericType)
        {
            parser.Report(member, "generated code cannot set an init-only or hidden member of a generic type. Make it settable, or a parameter of the constructor.", Descriptors.NotReadBack);
            set = JsonAccess.None;
        }

        if (member.Attribute(KnownNames.JsonExtensionData) is not null && set != JsonAccess.Direct)
            parser.Report(member, "what no other member takes could not be put into it. Make it settable.", Descriptors.ExtensionDataNotSettable);

        // System.Text.Json writes its braces, too, and so no JSON.
        if (member.Attribute(KnownNames.JsonExtensionData) is not null && Type.Is(KnownNames.JsonObject))
            parser.Report(member, "what no other member takes could not be read back from a JsonObject. Use Dictionary<string, JsonElement>.");

        JsonMemberChecks.CheckNumbers(member, parser);
        if (constructor.Construction == JsonConstruction.Arguments && member.Attribute(KnownNames.JsonObjectCreationHandling)?.Argument() is Populate)
            parser.Report(member, "it cannot be filled, since its type is made by a constructor with parameters. Make it settable, without [JsonObjectCreationHandling].");

        if (_ignore is WhenWritingDefault or WhenWritingNull && (set != JsonAccess.None || isArgument))
            CheckOmitted();

        return Model(Getter(), set, converter);
    }

    private static int? IgnoreCondition(ISymbol member)
    {
        AttributeData? attribute = member.Attribute(KnownNames.JsonIgnore);
        return attribute is null ? null
            : attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Condition").Value.Value is int condition ? condition
            : Always;
    }

    private static bool IsNameable(ITypeSymbol type) => type is { IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error or TypeKind.Dynamic) };

    private bool IsStored()
    {
        if (_property is { IsWriteOnly: true })
            return false;

        bool isPublic = member.DeclaredAccessibility == Accessibility.Public;
        if (_property is null && !_isIncluded)
        {
            if (isPublic && _ignore is null)
                parser.Report(member, "fields are not stored. Make it a property, or mark it with [JsonInclude] or [JsonIgnore].", Descriptors.NotPublic);

            return false;
        }

        if (isPublic && _property?.GetMethod?.DeclaredAccessibility is null or Accessibility.Public)
            return true;

        if (!_isIncluded && _ignore is null && IsAutoProperty() && (member.DeclaredAccessibility != Accessibility.Private || JsonHiddenState.IsKept(_property!)))
            parser.Report(member, "it is not public, so it would not be stored. Make it public, or mark it with [JsonInclude] or [JsonIgnore].", Descriptors.NotPublic);

        return _isIncluded;
    }

    /// <summary>What is left out when it is written has to be the same when it is not found.</summary>
    private void CheckOmitted()
    {
        var omitted = new JsonOmittedValues(member, Type, constructor, parser.Compilation);
        if (!omitted.CanOccur(isOfNullOnly: _ignore == WhenWritingNull))
            return;

        string when = Type.IsReferenceType || _ignore == WhenWritingNull ? "where it is null" : "where it holds the default of its type";
        if (IsRequired)
            parser.Report(member, $"it is left out {when}, and what is required would then be missing. Remove the condition from [JsonIgnore], or let it not be required.", Descriptors.OmittedValue);
        else if (omitted.Find() is { } other)
            parser.Report(member, $"it is left out {when}, and would be read back as '{other}'. Remove the condition from [JsonIgnore], or let it begin with what is left out.", Descriptors.OmittedValue);
    }

    private JsonAccess Getter() => IsReachable(_property?.GetMethod) ? JsonAccess.Direct : JsonAccess.Accessor;

    private JsonAccess Setter()
    {
        if (isArgument && constructor.Construction == JsonConstruction.Arguments)
            return IsSettable() ? JsonAccess.Argument : JsonAccess.None;

        if (_property is null)
            return member is IFieldSymbol { IsReadOnly: false } && IsReachable(null) ? JsonAccess.Direct : JsonAccess.Accessor;

        if (owner.IsAbstract)
            return JsonAccess.None;

        if (_property.SetMethod is not { } setter)
        {
            if (IsAutoProperty() && !_property.IsAbstract && _property.Attribute(KnownNames.JsonObjectCreationHandling)?.Argument() is not Populate)
                parser.Report(member, "it has no setter, so it would be written but not read back. Let it be init, let the constructor take it, or compute it from other members.", Descriptors.NotReadBack);

            return JsonAccess.None;
        }

        if (setter.DeclaredAccessibility != Accessibility.Public && !_isIncluded)
        {
            parser.Report(member, "its setter is not public, so it would be written but not read back. Let it be init, or mark the property with [JsonInclude].", Descriptors.NotReadBack);
            return JsonAccess.None;
        }

        return setter.IsInitOnly || !IsReachable(setter) ? JsonAccess.Accessor : JsonAccess.Direct;
    }

    private bool IsSettable() => _property is null
        ? member is IFieldSymbol { IsReadOnly: false }
        : _property.SetMethod is { } setter && (_isIncluded || setter.DeclaredAccessibility == Accessibility.Public);

    private bool IsReachable(IMethodSymbol? accessor) => parser.Compilation.IsSymbolAccessibleWithin(accessor ?? member, parser.Compilation.Assembly);

    private bool IsAutoProperty() =>
        member.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member));

    private JsonMemberModel Model(JsonAccess get, JsonAccess set, string? converter = null) => new(
        member.Name,
        Type.FullName(),
        member.ContainingType.FullName(),
        member.ContainingType.IsValueType,
        _property is null,
        get,
        set,
        Arguments(converter).ToEquatableArray(),
        member.Attribute(KnownNames.JsonObjectCreationHandling)?.Argument() as int?,
        JsonName,
        _ignore,
        IsRequired,
        member.Attribute(KnownNames.JsonPropertyOrder)?.Argument() as int? ?? 0,
        converter,
        _ignore != Always && IsPlain(set) ? parser.ValueOf(Type) : null);

    private string JsonName => member.Attribute(KnownNames.JsonPropertyName)?.Argument() as string ?? member.Name;

    private bool IsRequired =>
        (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } && !constructor.SetsRequiredMembers)
        || member.Attribute(KnownNames.JsonRequired) is not null;

    /// <summary>Whether nothing but its type says how it is read and written.</summary>
    private bool IsPlain(JsonAccess set) =>
        member.Attribute(KnownNames.JsonNumberHandling) is null
        && member.Attribute(KnownNames.JsonExtensionData) is null
        && member.Attribute(KnownNames.JsonObjectCreationHandling) is null
        && _ignore is null or Never or WhenWritingDefault or WhenWritingNull
        && (_ignore != WhenWritingNull || !Type.IsValueType || Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
        && (!IsRequired || isArgument || set != JsonAccess.None)
        && StoredName.IsText(JsonName);

    /// <summary>Whether the options may demand a member that is set after a constructor that could have taken it. A struct could do without.</summary>
    private bool IsDemandedParameter(IParameterSymbol? parameter) =>
        parameter is { HasExplicitDefaultValue: false } && constructor.Construction == JsonConstruction.Plain && !owner.IsValueType;

    private IEnumerable<string> Arguments(string? converter)
    {
        IParameterSymbol? parameter = owner.IsValueType ? null : constructor.ParameterFor(member);
        const string space = "global::System.Text.Json.Serialization.";
        if (member.Attribute(KnownNames.JsonPropertyName)?.Argument() is string jsonName)
            yield return $"jsonName: {JsonDefaults.Literal(jsonName)}";

        if (converter is not null)
            yield return $"converter: {converter}";

        if (_ignore is { } ignore)
            yield return $"ignore: ({space}JsonIgnoreCondition){ignore}";

        if (member.Attribute(KnownNames.JsonNumberHandling)?.Argument() is { } numbers)
            yield return $"numbers: ({space}JsonNumberHandling){numbers}";

        if (IsRequired)
            yield return "required: true";
        else if (IsDemandedParameter(parameter))
            yield return "required: options.RespectRequiredConstructorParameters";

        if (_isIncluded)
            yield return "include: true";

        if (member.Attribute(KnownNames.JsonExtensionData) is not null)
            yield return "extension: true";

        if (_property is null)
            yield return "isField: true";
        else if (_property.IsVirtual || _property.IsOverride || _property.IsAbstract)
            yield return "isVirtual: true";

        if (member.Attribute(KnownNames.JsonPropertyOrder)?.Argument() is int order)
            yield return $"order: {order.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

        if (_property is not { GetMethod: null } && JsonNullability.GivesNoNull(member))
            yield return "givesNull: false";

        if (_property is not { SetMethod: null } && JsonNullability.TakesNoNull(parameter ?? member))
            yield return "takesNull: false";
    }
}
