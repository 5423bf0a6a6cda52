using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Says why a type is not stored, and what to take instead.</summary>
internal static class JsonRefusals
{
    /// <summary>Collections that System.Text.Json writes, but reads not at all or in another order, with what to take instead.</summary>
    private static readonly Dictionary<string, string> WriteOnly = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.IReadOnlySet`1"] = "ISet or ImmutableHashSet",
        ["System.Collections.Frozen.FrozenSet`1"] = "HashSet or ImmutableHashSet",
        ["System.Collections.Frozen.FrozenDictionary`2"] = "Dictionary or ImmutableDictionary",
        ["System.Collections.ObjectModel.ReadOnlyCollection`1"] = "IReadOnlyList",
        ["System.Collections.ObjectModel.ReadOnlyDictionary`2"] = "IReadOnlyDictionary",
        ["System.Collections.ObjectModel.ReadOnlySet`1"] = "ISet or ImmutableHashSet",
        ["System.Collections.ObjectModel.ReadOnlyObservableCollection`1"] = "IReadOnlyList",
        ["System.Collections.Generic.Stack`1"] = "List",
        ["System.Collections.Concurrent.ConcurrentStack`1"] = "List",
        ["System.Collections.Concurrent.ConcurrentBag`1"] = "List",
        ["System.Collections.Concurrent.BlockingCollection`1"] = "List",
        ["System.Collections.Immutable.ImmutableStack`1"] = "ImmutableList",
        ["System.Collections.Immutable.IImmutableStack`1"] = "ImmutableList",
        ["System.Collections.Generic.PriorityQueue`2"] = "List",
        ["System.Linq.ILookup`2"] = "IReadOnlyDictionary",
    };

    private static readonly HashSet<string> Code = new(StringComparer.Ordinal)
    {
        "System.Type", "System.Reflection.MemberInfo", "System.Exception", "System.Threading.CancellationToken",
        "System.Threading.Tasks.Task", "System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1", "System.IO.Stream", "System.Lazy`1", "System.WeakReference`1",
    };

    public static (DiagnosticDescriptor Rule, string Reason) Explain(ITypeSymbol type, bool isOfFramework)
    {
        string name = type.ShortName();
        return type switch
        {
            IArrayTypeSymbol { Rank: > 1 } => (Descriptors.MultidimensionalArray, $"'{name}' has several dimensions, and JSON has none. Use an array of arrays, or a type with members of its own."),
            IDynamicTypeSymbol or { SpecialType: SpecialType.System_Object } => (Descriptors.UnknownShape, $"what '{name}' holds is known only when the program runs, so it could not be read back. Use the type that is meant, a base type with [JsonDerivedType], or JsonElement."),
            INamedTypeSymbol { IsTupleType: true } => (Descriptors.TupleMember, $"'{name}' is a tuple, whose fields are not stored. Use a record struct with the same members."),
            _ when IsCode(type) => (Descriptors.CodeMember, $"'{name}' stands for something in this running program, and is no data. Store what names it, or leave it out with [JsonIgnore]."),
            INamedTypeSymbol named when WriteOnly.TryGetValue(named.OriginalDefinition.MetadataFullName(), out string? instead) =>
                (Descriptors.WriteOnlyCollection, $"'{name}' would be written but not read back as it was. Use {instead}."),
            { IsAbstract: true, TypeKind: TypeKind.Class or TypeKind.Interface } when !isOfFramework =>
                (Descriptors.AbstractMember, $"'{name}' is abstract, so it could not be read back. Name its derived types with [JsonDerivedType], or use one concrete type."),
            { TypeKind: TypeKind.Class or TypeKind.Struct } when !isOfFramework && type.AllInterfaces.Any(@interface => @interface.SpecialType == SpecialType.System_Collections_IEnumerable) =>
                (Descriptors.WriteOnlyCollection, $"'{name}' is a collection, so its own members would not be stored. Use a type that holds a list, or name a converter with [JsonConverter]."),
            _ => (Descriptors.NotStorable, $"'{name}' would not be read back as it was written. Use a type with members of its own, a list, a dictionary or a simple value, name a converter with [JsonConverter], or leave it out with [JsonIgnore]."),
        };
    }

    private static bool IsCode(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer
        || type.IsRefLikeType
        || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate
        || (type is INamedTypeSymbol named && named.WithBases().Any(@base => Code.Contains(@base.OriginalDefinition.MetadataFullName())));
}
