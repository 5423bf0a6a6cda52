using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads how a type with members is made, and its members.</summary>
internal sealed class JsonObjectParser(JsonTypeParser parser, INamedTypeSymbol type)
{
    private bool IsPolymorphic => type.Attribute(KnownNames.JsonPolymorphic) is not null || type.Attribute(KnownNames.JsonDerivedType) is not null;

    public JsonObjectModel Parse()
    {
        int mistakes = parser.Mistakes;
        JsonConstructor constructor = JsonConstructor.Of(type, parser);
        List<JsonMemberModel> members = [];
        bool isKept = IsPolymorphic || type.IsAbstract;
        HashSet<IParameterSymbol> free = new(constructor.Parameters, SymbolEqualityComparer.Default);
        foreach (ISymbol member in Members())
        {
            IParameterSymbol? parameter = constructor.ParameterFor(member);
            if (parameter is not null)
                free.Remove(parameter);

            if (new JsonMemberParser(parser, type, member, constructor, parameter is not null).Parse() is not { } model)
                continue;

            if (parameter is not null && constructor.Construction == JsonConstruction.Arguments && members.FirstOrDefault(other => other.JsonName != model.JsonName && IsAlike(other, model)) is { } rival)
                parser.Report(member, $"the parameter '{parameter.Name}' of the constructor fits '{rival.Name}', too, so it is not known which of them it gets. Give one of them another name.", Descriptors.LostParameter);

            members.Add(model);
            if (parser.IsTold && model is { IsIgnored: false, Converter: null })
            {
                new JsonComparers(type, member, constructor, parser).Check();
                JsonFilledCollections.Check(type, member, member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type, constructor, parser);
            }

            isKept |= !model.IsIgnored && (model.Set != JsonAccess.None || parameter is not null || JsonHiddenState.IsFilled(member, type));
        }

        foreach (IPropertySymbol property in type.WithBases().SelectMany(declaring => declaring.GetMembers()).OfType<IPropertySymbol>().Where(IsLostBehindInterface))
            parser.Report(property, "it is seen through its interface alone, so it would not be stored. Let it return a public property, or mark it with [JsonIgnore] where it may be lost.", Descriptors.NotPublic);

        foreach (IParameterSymbol parameter in free)
            parser.Report(type, $"the parameter '{parameter.Name}' of its constructor fits no member, so its value would be lost. Give it the name and the type of one.", Descriptors.LostParameter);

        if (constructor.HasHidden && type.IsGenericType)
            parser.Report(type, "a generic type with required members or a private constructor cannot be made by generated code. Mark its constructor with [SetsRequiredMembers], make the members optional, or the constructor internal.", Descriptors.NoConstructor);

        if (!isKept && parser.Mistakes == mistakes && JsonHiddenState.IsIn(type))
            parser.Report(type, $"nothing of it is a member that is stored and read back, so what a '{type.Name}' holds would be lost. Hold it in public properties with 'init', or mark its fields with [JsonInclude], or with [JsonIgnore] where they may be lost.", Descriptors.NothingStored);

        JsonMemberChecks.CheckNumbers(type, parser);
        JsonMemberChecks.Check(type, Members(), parser);
        return new JsonObjectModel(
            constructor.Construction,
            constructor.HasHidden,
            constructor.Parameters.Select(JsonDefaults.Parameter).ToEquatableArray(),
            members.ToEquatableArray(),
            type.IsValueType,
            IsPolymorphic,
            KnownNames.JsonCallbacks.Where(callback => type.AllInterfaces.Any(@interface => @interface.Is(KnownNames.Json + "IJson" + callback))).ToEquatableArray(),
            Settings().ToEquatableArray());
    }

    private IEnumerable<ISymbol> Members()
    {
        IEnumerable<INamedTypeSymbol> types = type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Prepend(type) : type.WithBases();
        foreach (INamedTypeSymbol declaring in types)
        {
            foreach (IPropertySymbol property in declaring.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true })
                    yield return property;
            }

            foreach (IFieldSymbol field in declaring.GetMembers().OfType<IFieldSymbol>())
            {
                if (field is { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false })
                    yield return field;
            }
        }
    }

    /// <summary>Whether a parameter that gets one member would get the other as well.</summary>
    private static bool IsAlike(JsonMemberModel member, JsonMemberModel other) => member.Type == other.Type && string.Equals(member.Name, other.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsLostBehindInterface(IPropertySymbol property) =>
        property is { IsStatic: false, ExplicitInterfaceImplementations.IsEmpty: false } && property.Attribute(KnownNames.JsonIgnore) is null && JsonHiddenState.IsKept(property);

    private IEnumerable<string> Settings()
    {
        const string space = "global::System.Text.Json.Serialization.";
        if (type.Attribute(KnownNames.JsonNumberHandling)?.Argument() is { } numbers)
            yield return $"NumberHandling = ({space}JsonNumberHandling){numbers}";

        if (type.Attribute(KnownNames.JsonUnmappedMemberHandling)?.Argument() is { } unmapped)
            yield return $"UnmappedMemberHandling = ({space}JsonUnmappedMemberHandling){unmapped}";

        if (type.Attribute(KnownNames.JsonObjectCreationHandling)?.Argument() is { } creation)
            yield return $"PreferredPropertyObjectCreationHandling = ({space}JsonObjectCreationHandling){creation}";
    }
}
