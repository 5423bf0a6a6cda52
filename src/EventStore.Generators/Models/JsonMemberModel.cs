namespace EventStore.Generators.Models;

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name, not escaped.</param>
/// <param name="Type">Its type from <c>global::</c> on.</param>
/// <param name="DeclaringType">The type that declares it.</param>
/// <param name="OfStruct">Whether that is a struct.</param>
/// <param name="IsField">Whether it is a field.</param>
/// <param name="Get">How it is read.</param>
/// <param name="Set">How it is set.</param>
/// <param name="Arguments">Further arguments for <c>Member</c>, in the order of its parameters.</param>
/// <param name="Creation">Whether what is read replaces its value or fills it, or null for what the options say.</param>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Ignore">When it is left out, or null.</param>
/// <param name="IsRequired">Whether the JSON must hold it.</param>
/// <param name="Order">Its place among the others.</param>
/// <param name="Converter">The converter that it names as an expression of <c>options</c>, or null.</param>
/// <param name="Value">Its type, or null where only metadata can say how it is read and written.</param>
internal sealed record JsonMemberModel(
    string Name,
    string Type,
    string DeclaringType,
    bool OfStruct,
    bool IsField,
    JsonAccess Get,
    JsonAccess Set,
    EquatableArray<string> Arguments,
    int? Creation,
    string JsonName,
    int? Ignore,
    bool IsRequired,
    int Order,
    string? Converter,
    JsonValueModel? Value)
{
    /// <summary>Whether it is left out in both directions.</summary>
    public bool IsIgnored => Ignore == 1;

    /// <summary>Whether a constructor's parameter takes its value.</summary>
    public bool IsOf(JsonParameterModel parameter) => Type == parameter.Type && string.Equals(Name, parameter.Name, StringComparison.OrdinalIgnoreCase);
}
