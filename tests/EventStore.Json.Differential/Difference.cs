namespace EventStore.Json.Differential;

/// <summary>A place at which the two sides disagree.</summary>
/// <param name="Place">The members on the way, with <c>[]</c> for an item; empty for the whole.</param>
/// <param name="Theirs">What System.Text.Json's generator gives there.</param>
/// <param name="Ours">What ours gives there.</param>
internal readonly record struct Difference(string Place, string Theirs, string Ours)
{
    public const string Missing = "(missing)";

    /// <summary>The places at which two outcomes disagree: a failure, named by its exception, or a described value.</summary>
    public static IEnumerable<Difference> Between(string theirs, string ours) =>
        theirs == ours ? []
        : theirs.StartsWith('{') && ours.StartsWith('{') ? Between(JsonText.Parse(theirs), JsonText.Parse(ours), "")
        : [new Difference("", Kind(theirs), Kind(ours))];

    private static string Kind(string outcome) => outcome.StartsWith('{') ? "a value" : outcome;

    private static IEnumerable<Difference> Between(JsonText theirs, JsonText ours, string place)
    {
        if (theirs is JsonMembers left && ours is JsonMembers right)
        {
            ILookup<string, JsonText> rights = right.Members.ToLookup(member => member.Name, member => member.Value);
            ILookup<string, JsonText> lefts = left.Members.ToLookup(member => member.Name, member => member.Value);
            return left.Members.Select(member => member.Name).Union(right.Members.Select(member => member.Name)).SelectMany(name =>
                lefts[name].FirstOrDefault() is { } first && rights[name].FirstOrDefault() is { } second
                    ? Between(first, second, place.Length == 0 && name == "json" ? "" : $"{place}.{name}".TrimStart('.'))
                    : [new Difference($"{place}.{name}".TrimStart('.'), lefts[name].FirstOrDefault()?.ToString() ?? Missing, rights[name].FirstOrDefault()?.ToString() ?? Missing)]);
        }

        if (theirs is JsonItems lefties && ours is JsonItems righties && lefties.Items.Count == righties.Items.Count)
            return lefties.Items.Zip(righties.Items).SelectMany(pair => Between(pair.First, pair.Second, place + "[]"));

        string theirText = theirs.ToString()!, ourText = ours.ToString()!;
        return theirText == ourText ? [] : [new Difference(place, theirText, ourText)];
    }
}
