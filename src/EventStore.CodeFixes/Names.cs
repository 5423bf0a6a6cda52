namespace EventStore.CodeFixes;

internal static class Names
{
    /// <summary>A stored name in the style of the documentation: <c>AccountOpened</c> gives <c>account-opened</c>.</summary>
    public static string Suggest(string typeName) => string.Concat(typeName.Select((character, index) =>
        char.IsUpper(character) && index > 0 ? "-" + char.ToLowerInvariant(character) : char.ToLowerInvariant(character).ToString()));
}
