using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads the derived types that a type names, and tells which of them could not be read back as what they are.</summary>
internal sealed class JsonDerivedTypes(INamedTypeSymbol type, JsonTypeParser parser)
{
    private const string DefaultDiscriminator = "$type";

    private readonly AttributeData? _settings = type.Attribute(KnownNames.JsonPolymorphic);
    private readonly AttributeData[] _named = [.. type.GetAttributes().Where(attribute => attribute.AttributeClass.Is(KnownNames.JsonDerivedType))];

    /// <summary>The derived types that are named, without the type itself.</summary>
    public IEnumerable<INamedTypeSymbol> Others => _named.Select(attribute => attribute.Argument()).OfType<INamedTypeSymbol>().Where(derived => !IsType(derived));

    public void Check()
    {
        if (_settings is null && _named.Length == 0)
            return;

        if (type.IsSealed)
            Report("it is sealed, so no type derives from it. Remove [JsonPolymorphic] and [JsonDerivedType].");
        else if (_named.Length == 0)
            Report("it names no derived type. Name them with [JsonDerivedType], or remove [JsonPolymorphic].");
        else
            CheckNamed();
    }

    private static object? DiscriminatorOf(AttributeData attribute) => attribute.ConstructorArguments is [_, { Value: { } value }] ? value : null;

    private void CheckNamed()
    {
        if (Others.FirstOrDefault(derived => !Derives(derived)) is { } foreign)
            Report($"'{foreign.ShortName()}' does not derive from it. Remove its [JsonDerivedType].");

        AttributeData[] untold = [.. _named.Where(attribute => DiscriminatorOf(attribute) is null && attribute.Argument() is INamedTypeSymbol derived && (type.IsAbstract || !IsType(derived)))];
        if (untold.Length > 0)
            Report($"{string.Join(" and ", untold.Select(attribute => $"'{((ISymbol)attribute.Argument()!).ShortName()}'"))} would be written without saying so, and could not be read back. Give [JsonDerivedType] a discriminator as its second argument.");

        if (Repeated(attribute => DiscriminatorOf(attribute)) is { } shared)
            Report($"two derived types have the discriminator '{DiscriminatorOf(shared)}'. Give each one of its own.");
        else if (Repeated(attribute => (attribute.Argument() as ISymbol)?.ShortName()) is { } twice)
            Report($"it names '{((ISymbol)twice.Argument()!).ShortName()}' twice. Remove one [JsonDerivedType].");

        if (_named.Any(attribute => DiscriminatorOf(attribute) is not null))
            CheckNames();

        // What is not named is refused when it is written, but for this setting.
        if (parser.IsTold && Setting("UnknownDerivedTypeHandling") is > 0 and int && FindUnnamed() is { } unnamed)
            Report($"'{unnamed.ShortName()}' is not named, and would be stored as the type that it derives from. Name it with [JsonDerivedType], or remove UnknownDerivedTypeHandling.");
    }

    /// <summary>The member that tells which type it is has a name, too.</summary>
    private void CheckNames()
    {
        string discriminator = Setting("TypeDiscriminatorPropertyName") as string ?? DefaultDiscriminator;
        IEnumerable<ISymbol> members = Others.Prepend(type).SelectMany(found => found.WithBases()).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).SelectMany(found => found.GetMembers());
        foreach (ISymbol member in members.Where(member => !member.IsStatic && JsonMemberChecks.IsStored(member) && JsonMemberChecks.NameOf(member) == discriminator))
            parser.Report(member, $"its JSON name '{discriminator}' is that by which the types that derive from '{type.Name}' are told apart. Give it another name with [JsonPropertyName], or let [JsonPolymorphic] name another one.", Descriptors.SharedJsonName);
    }

    private object? Setting(string name) => _settings?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    private INamedTypeSymbol? FindUnnamed() => parser.Compilation.Assembly.GlobalNamespace.AllTypes(parser.CancellationToken)
        .Where(found => found is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } && !IsType(found) && Derives(found) && !Others.Contains(found.OriginalDefinition, SymbolEqualityComparer.Default))
        .OrderBy(found => found.MetadataFullName(), StringComparer.Ordinal)
        .FirstOrDefault();

    private AttributeData? Repeated(Func<AttributeData, object?> key) =>
        _named.Where(attribute => key(attribute) is not null).GroupBy(key).FirstOrDefault(alike => alike.Count() > 1)?.First();

    private bool IsType(ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(other, type);

    private bool Derives(INamedTypeSymbol derived) => derived.WithBases().Concat(derived.AllInterfaces).Any(@base => IsType(@base) || IsType(@base.OriginalDefinition));

    private void Report(string reason) => parser.Report(type, reason, Descriptors.UntoldDerivedType);
}
