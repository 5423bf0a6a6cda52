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
internal sealed record JsonMemberModel(
    string Name,
    string Type,
    string DeclaringType,
    bool OfStruct,
    bool IsField,
    JsonAccess Get,
    JsonAccess Set,
    EquatableArray<string> Arguments,
    int? Creation);
