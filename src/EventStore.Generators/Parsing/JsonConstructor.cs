using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Generators.Parsing;

/// <summary>The constructor by which a stored object is made.</summary>
internal sealed class JsonConstructor
{
    private JsonConstructor(JsonConstruction construction, IMethodSymbol? constructor, INamedTypeSymbol type, bool isReachable = true)
    {
        Construction = construction;
        Parameters = constructor is null ? [] : [.. constructor.Parameters];
        Symbol = constructor;
        SetsRequiredMembers = constructor?.Attribute(KnownNames.SetsRequiredMembers) is not null;
        HasHidden = construction is JsonConstruction.Plain or JsonConstruction.Arguments && (!isReachable || (!SetsRequiredMembers && HasRequiredMembers(type)));
    }

    public JsonConstruction Construction { get; }

    public IReadOnlyList<IParameterSymbol> Parameters { get; }

    /// <summary>The constructor itself; null where none is called.</summary>
    public IMethodSymbol? Symbol { get; }

    /// <summary>Whether it is no constructor at all, so that no initialiser runs.</summary>
    public bool MakesDefault => Construction == JsonConstruction.Default;

    /// <summary>Whether the constructor answers for the required members itself.</summary>
    public bool SetsRequiredMembers { get; }

    /// <summary>Whether the compiler would not allow <c>new</c>: without an initialiser, or because the constructor is private.</summary>
    public bool HasHidden { get; }

    public static JsonConstructor Of(INamedTypeSymbol type, JsonTypeParser parser)
    {
        if (type.IsAbstract)
            return new JsonConstructor(JsonConstruction.None, null, type);

        IMethodSymbol? constructor = Find(type, parser.Compilation);
        if (constructor is null)
        {
            parser.Report(type, "generated code does not know which of its constructors to call. Mark one with [JsonConstructor].", Descriptors.NoConstructor);
            return new JsonConstructor(JsonConstruction.None, null, type);
        }

        if (constructor.IsImplicitlyDeclared && type.IsValueType)
            return new JsonConstructor(JsonConstruction.Default, null, type);

        if (constructor.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } byReference)
            parser.Report(type, $"the parameter '{byReference.Name}' of its constructor is taken by reference. Take it by value.", Descriptors.NoConstructor);

        bool isPlain = constructor.Parameters.IsEmpty || IsPlainRecord(type, constructor);
        return new JsonConstructor(isPlain ? JsonConstruction.Plain : JsonConstruction.Arguments, constructor, type, IsReachable(constructor, parser.Compilation));
    }

    /// <summary>The parameter from which a member gets its value: of the same type and, but for letters' case, of the same name.</summary>
    public IParameterSymbol? ParameterFor(ISymbol member) => Parameters.FirstOrDefault(parameter =>
        string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, member switch { IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => null }));

    /// <summary>The constructor that System.Text.Json would take, or null.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type, Compilation compilation)
    {
        IMethodSymbol[] marked = [.. type.InstanceConstructors.Where(constructor => constructor.Attribute(KnownNames.JsonConstructor) is not null)];
        if (marked.Length > 0)
            return marked.Length == 1 ? marked[0] : null;

        IMethodSymbol[] constructors = [.. type.InstanceConstructors.Where(constructor => IsReachable(constructor, compilation) && !IsCopy(constructor))];

        // Of a struct System.Text.Json takes what needs no arguments, but for this one.
        if (type.Is(KnownNames.KeyValuePair))
            return constructors.FirstOrDefault(constructor => constructor.Parameters.Length == 2);

        IMethodSymbol? primary = type is { IsRecord: true, IsValueType: true } ? constructors.FirstOrDefault(IsPrimary) : null;
        return constructors.FirstOrDefault(constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false })
            ?? primary
            ?? constructors.FirstOrDefault(constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public })
            ?? Single(constructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public))
            ?? Single(constructors);
    }

    private static bool IsReachable(IMethodSymbol constructor, Compilation compilation) =>
        compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly);

    private static IMethodSymbol? Single(IEnumerable<IMethodSymbol> constructors) => constructors.Take(2).ToArray() is [{ } only] ? only : null;

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.Parameters is [{ } parameter] && SymbolEqualityComparer.Default.Equals(parameter.Type, constructor.ContainingType);

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is RecordDeclarationSyntax { ParameterList: not null });

    /// <summary>
    /// Whether the constructor does nothing but fill the properties that the compiler made of its parameters: then they
    /// can be set afterwards just as well, without an array of boxed arguments.
    /// </summary>
    private static bool IsPlainRecord(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        if (!IsPrimary(constructor)
            || (type.IsGenericType && constructor.Parameters.Any(parameter => type.GetMembers(parameter.Name).OfType<IPropertySymbol>().Any(property => property.SetMethod is not { IsInitOnly: false })))
            || type.BaseType is not { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
            || type.InstanceConstructors.Count(other => !other.IsImplicitlyDeclared && !IsCopy(other)) > 1)
            return false;

        HashSet<string> names = new(constructor.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);
        return constructor.Parameters.All(parameter => type.GetMembers(parameter.Name).OfType<IPropertySymbol>().Any(IsMadeOfParameter))
            && !type.DeclaringSyntaxReferences
                .Select(reference => reference.GetSyntax())
                .OfType<TypeDeclarationSyntax>()
                .SelectMany(Initializers)
                .SelectMany(initializer => initializer.DescendantNodes().OfType<IdentifierNameSyntax>())
                .Any(identifier => names.Contains(identifier.Identifier.ValueText));
    }

    private static bool IsMadeOfParameter(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax);

    private static IEnumerable<EqualsValueClauseSyntax> Initializers(TypeDeclarationSyntax declaration) => declaration.Members.SelectMany(member => member switch
    {
        PropertyDeclarationSyntax { Initializer: { } initializer } => [initializer],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Initializer).OfType<EqualsValueClauseSyntax>(),
        _ => Enumerable.Empty<EqualsValueClauseSyntax>(),
    });

    private static bool HasRequiredMembers(INamedTypeSymbol type) =>
        type.WithBases().SelectMany(@base => @base.GetMembers()).Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
}
