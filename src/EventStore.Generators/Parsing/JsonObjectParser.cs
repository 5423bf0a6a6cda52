using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads how a type with members is made, and its members.</summary>
internal sealed class JsonObjectParser(JsonTypeParser parser, INamedTypeSymbol type)
{
    public JsonObjectModel Parse()
    {
        JsonConstructor constructor = JsonConstructor.Of(type, parser);
        List<JsonMemberModel> members = [];
        HashSet<IParameterSymbol> free = new(constructor.Parameters, SymbolEqualityComparer.Default);
        foreach (ISymbol member in Members())
        {
            IParameterSymbol? parameter = constructor.ParameterFor(member);
            if (parameter is not null)
                free.Remove(parameter);

            if (new JsonMemberParser(parser, type, member, constructor, parameter is not null).Parse() is { } model)
                members.Add(model);
        }

        foreach (IParameterSymbol parameter in free)
            parser.Report(type, $"the parameter '{parameter.Name}' of its constructor fits no member, so its value would be lost. Give it the name and the type of one.", Descriptors.LostParameter);

        if (constructor.HasHidden && type.IsGenericType)
            parser.Report(type, "a generic type with required members or a private constructor cannot be made by generated code. Mark its constructor with [SetsRequiredMembers], make the members optional, or the constructor internal.", Descriptors.NoConstructor);

        JsonMemberChecks.Check(type, Members(), parser);
        return new JsonObjectModel(
            constructor.Construction,
            constructor.HasHidden,
            constructor.Parameters.Select(JsonDefaults.Parameter).ToEquatableArray(),
            members.ToEquatableArray(),
            type.IsValueType,
            type.Attribute(KnownNames.JsonPolymorphic) is not null || type.Attribute(KnownNames.JsonDerivedType) is not null,
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
