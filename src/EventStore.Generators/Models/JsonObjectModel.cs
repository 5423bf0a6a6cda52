namespace EventStore.Generators.Models;

/// <summary>Construction and members of an object.</summary>
/// <param name="Construction">How it is made.</param>
/// <param name="HasHiddenConstructor">Whether the compiler would not allow <c>new</c>: it has required members.</param>
/// <param name="Parameters">The parameters of its constructor.</param>
/// <param name="Members">Its members, those of the most derived type first.</param>
/// <param name="Settings">Further settings as C# statements' left and right sides, for example <c>NumberHandling</c>.</param>
internal sealed record JsonObjectModel(
    JsonConstruction Construction,
    bool HasHiddenConstructor,
    EquatableArray<JsonParameterModel> Parameters,
    EquatableArray<JsonMemberModel> Members,
    EquatableArray<string> Settings);
