namespace EventStore.Generators.Models;

/// <summary>Construction and members of an object.</summary>
/// <param name="Construction">How it is made.</param>
/// <param name="HasHiddenConstructor">Whether the compiler would not allow <c>new</c>: it has required members.</param>
/// <param name="Parameters">The parameters of its constructor.</param>
/// <param name="Members">Its members, those of the most derived type first.</param>
/// <param name="IsStruct">Whether it is a struct.</param>
/// <param name="IsPolymorphic">Whether it names derived types.</param>
/// <param name="Callbacks">What it wants to be called: the methods of <c>IJsonOnSerializing</c> and its like.</param>
/// <param name="Settings">Further settings as C# statements' left and right sides, for example <c>NumberHandling</c>.</param>
internal sealed record JsonObjectModel(
    JsonConstruction Construction,
    bool HasHiddenConstructor,
    EquatableArray<JsonParameterModel> Parameters,
    EquatableArray<JsonMemberModel> Members,
    bool IsStruct,
    bool IsPolymorphic,
    EquatableArray<string> Callbacks,
    EquatableArray<string> Settings)
{
    private const int MostRequired = 64;

    /// <summary>Whether code can read and write it member by member, without metadata.</summary>
    public bool IsDirect { get; } =
        Construction != JsonConstruction.None
        && !IsPolymorphic
        && !(IsStruct && Callbacks.Count > 0)
        && Settings.Count == 0
        && Members.All(member => member.IsIgnored || member.Value is not null)
        && Members.Count(member => member.IsRequired) <= MostRequired
        && Members.Select(member => member.JsonName).Distinct(StringComparer.Ordinal).Count() == Members.Count
        && Members.Select(member => member.Name).Distinct(StringComparer.Ordinal).Count() == Members.Count
        && Parameters.All(parameter => Construction != JsonConstruction.Arguments || Members.Any(member => member.Value is not null && member.IsOf(parameter)));
}
