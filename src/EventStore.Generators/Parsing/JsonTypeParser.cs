using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>
/// Reads how an event stands in JSON, with every type that its members need. What System.Text.Json would write but not
/// read back is a problem here.
/// </summary>
internal sealed class JsonTypeParser
{
    private readonly Dictionary<string, JsonTypeModel?> _types = new(StringComparer.Ordinal);
    private readonly INamedTypeSymbol _event;

    private JsonTypeParser(INamedTypeSymbol @event, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        _event = @event;
        Compilation = compilation;
        Problems = problems;
        CancellationToken = cancellationToken;
    }

    public Compilation Compilation { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>How many mistakes were found so far.</summary>
    public int Mistakes => Problems.Count;

    /// <summary>Whether what is found is told: the generator needs none of what only the analyzers say.</summary>
    public bool IsTold => Problems.AreReported;

    private Problems Problems { get; }

    /// <summary>Reads an event's type and the types that it needs, sorted by name.</summary>
    public static EquatableArray<JsonTypeModel> Parse(INamedTypeSymbol @event, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        var parser = new JsonTypeParser(@event, compilation, problems, cancellationToken);
        parser.TryAdd(@event, @event);
        return parser._types.Values.Where(type => type is not null).Select(type => type!).OrderBy(type => type.Type, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>Reports that a member cannot be stored; at the event itself where the member is in no file.</summary>
    public void Report(ISymbol member, string reason, DiagnosticDescriptor? rule = null)
    {
        ISymbol place = member.Locations.Any(location => location.IsInSource) ? member : _event;
        string name = member is INamedTypeSymbol ? member.Name : $"{member.ContainingType?.Name}.{member.Name}";
        Problems.Add(rule ?? Descriptors.NotStorable, place, name, reason);
    }

    /// <summary>Reads a type that a member needs.</summary>
    /// <returns>Whether it can be stored; if it cannot, that was reported at the member.</returns>
    public bool TryAdd(ITypeSymbol type, ISymbol member)
    {
        CancellationToken.ThrowIfCancellationRequested();
        type = type.WithNullableAnnotation(NullableAnnotation.None);
        string fullName = type.FullName();
        if (_types.TryGetValue(fullName, out JsonTypeModel? known) && known?.Shape != JsonShape.Unsupported)
        {
            if (known is null)
                ReportType(type, member);

            return known is not null;
        }

        if (!type.IsVisibleIn(Compilation))
        {
            Report(member, $"generated code cannot see the type '{type.ShortName()}'. Make it internal or public, and not 'file'.", Descriptors.HiddenType);
            return false;
        }

        if (!SymbolEqualityComparer.Default.Equals(type, _event) && JsonContexts.OfAssembly(Compilation, type) is { } context)
        {
            _types[fullName] = new JsonTypeModel(fullName, JsonShape.Context, context.FullName());
            return true;
        }

        if (Simple(type, fullName, member) is { } simple)
        {
            _types[fullName] = simple;
            return true;
        }

        return IsObject(type, out INamedTypeSymbol named) ? AddObject(named, fullName, member) : Refuse(type, fullName, member);
    }

    /// <summary>Reads the type of a member that names a converter: System.Text.Json asks for it, but does not use it.</summary>
    public void AddConverted(ITypeSymbol type, ISymbol member)
    {
        string fullName = type.FullName();
        if (_types.TryGetValue(fullName, out JsonTypeModel? known) && known is not null)
            return;

        if (!type.IsVisibleIn(Compilation))
            Report(member, $"generated code cannot see the type '{type.ShortName()}'. Make it internal or public, and not 'file'.", Descriptors.HiddenType);
        else
            _types[fullName] = new JsonTypeModel(fullName, JsonShape.Unsupported);
    }

    /// <summary>A type that was read, as far as who holds it has to know it.</summary>
    public JsonValueModel ValueOf(ITypeSymbol type)
    {
        string fullName = type.FullName();
        JsonTypeModel model = _types.TryGetValue(fullName, out JsonTypeModel? known) && known is not null ? known : new JsonTypeModel(fullName, JsonShape.Unsupported);
        ITypeSymbol? element = model.Element.Length == 0 ? null : type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)type).TypeArguments.Last();
        bool canBeNull = type.IsReferenceType || model.Shape == JsonShape.Nullable;
        return new JsonValueModel(fullName, model.Shape, model.Shape is JsonShape.Value or JsonShape.Enum ? model.Code : "", model.Key, model.Id, canBeNull, element is null ? null : ValueOf(element));
    }

    private JsonTypeModel? Simple(ITypeSymbol type, string fullName, ISymbol member)
    {
        if (JsonConverters.OfType(type, this) is { } converter)
            return new JsonTypeModel(fullName, JsonShape.Converter, converter);

        if (JsonValueTypes.ConverterOf(type) is { } value)
            return new JsonTypeModel(fullName, JsonShape.Value, value);

        if (type.TypeKind == TypeKind.Enum)
            return new JsonTypeModel(fullName, JsonShape.Enum, ((INamedTypeSymbol)type).EnumUnderlyingType is { } number ? JsonValueTypes.ConverterOf(number)! : "Int32");

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            if (TryAdd(nullable.TypeArguments[0], member))
                return new JsonTypeModel(fullName, JsonShape.Nullable, Element: nullable.TypeArguments[0].FullName());

            _types[fullName] = null;
            return null;
        }

        if (JsonValueTypes.CollectionOf(type) is not { } collection)
            return null;

        _types[fullName] = collection;
        ITypeSymbol[] arguments = type is IArrayTypeSymbol array ? [array.ElementType] : [.. ((INamedTypeSymbol)type).TypeArguments];
        if (arguments.Length == 2 && !JsonValueTypes.CanBeKey(arguments[0]))
            Report(member, $"'{arguments[0].ShortName()}' cannot be a key. Use text, a number, a Guid, a time or an enum as key.", Descriptors.KeyNotStorable);

        foreach (ITypeSymbol argument in arguments)
            TryAdd(argument, member);

        return collection;
    }

    private bool AddObject(INamedTypeSymbol type, string fullName, ISymbol member)
    {
        var model = new JsonTypeModel(fullName, JsonShape.Object);
        _types[fullName] = model;
        var derived = new JsonDerivedTypes(type, this);
        derived.Check();
        foreach (INamedTypeSymbol derivedType in derived.Others)
            TryAdd(derivedType, member);

        _types[fullName] = model with { Object = new JsonObjectParser(this, type).Parse() };
        return true;
    }

    private bool Refuse(ITypeSymbol type, string fullName, ISymbol member)
    {
        bool isReported = _types.TryGetValue(fullName, out JsonTypeModel? known) && known is null;
        if (type.TypeKind == TypeKind.Error || isReported)
            return false;

        _types[fullName] = null;
        ReportType(type, member);
        return false;
    }

    private void ReportType(ITypeSymbol type, ISymbol member)
    {
        (DiagnosticDescriptor rule, string reason) = JsonRefusals.Explain(type, IsOfFramework(type));
        Report(member, reason, rule);
    }

    private static bool IsObject(ITypeSymbol type, out INamedTypeSymbol named)
    {
        named = (type as INamedTypeSymbol)!;
        if (named is null or { IsRefLikeType: true } or { IsTupleType: true } or { IsUnboundGenericType: true } or { SpecialType: not SpecialType.None } || (IsOfFramework(named) && !named.Is(KnownNames.KeyValuePair)))
            return false;

        bool isPolymorphic = named.Attribute(KnownNames.JsonDerivedType) is not null;
        return named switch
        {
            { TypeKind: TypeKind.Interface } or { IsAbstract: true } => isPolymorphic,
            { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false } => !named.AllInterfaces.Any(@interface => @interface.SpecialType == SpecialType.System_Collections_IEnumerable),
            _ => false,
        };
    }

    private static bool IsOfFramework(ITypeSymbol type) =>
        type.ContainingAssembly?.Name is { } assembly && (assembly.StartsWith("System.", StringComparison.Ordinal) || assembly is "System" or "mscorlib" or "netstandard" or "Microsoft.CSharp");
}
