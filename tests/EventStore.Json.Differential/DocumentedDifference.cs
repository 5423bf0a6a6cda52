namespace EventStore.Json.Differential;

/// <summary>A difference that is meant. Each of them has to occur, and any other is a mistake.</summary>
/// <param name="Why">Why it is meant.</param>
/// <param name="Event">The event that it occurs in, or null for any.</param>
/// <param name="Place">The member, or the end of the way to it; empty for the outcome as a whole.</param>
/// <param name="Theirs">What System.Text.Json's generator gives, or null for anything.</param>
/// <param name="Ours">What ours gives, or null for anything.</param>
/// <param name="Options">The options that it occurs under, or null for any.</param>
internal sealed record DocumentedDifference(string Why, string? Event, string Place, string? Theirs, string? Ours, string? Options = null)
{
    /// <summary>An event that was stored before a member was there is read with the value that the member starts with.</summary>
    private const string Initialiser = "An initialiser stands where the JSON has nothing; theirs sets init-only members to their default (dotnet/runtime#84484).";

    private const string StructDefault = "A record struct is made by its primary constructor, so that its default arguments hold; theirs takes the struct's default.";

    private const string Filling = "What has init-only members is filled like any other where options prefer to fill; theirs counts it as made by arguments, and cannot.";

    private const string Duplicate = "Theirs counts what has init-only members as made by arguments, and notices a second value before it reads it, or if it cannot be set.";

    public static IReadOnlyList<DocumentedDifference> All { get; } =
    [
        new(Initialiser, "initialised", "Quantity", "0", "1"),
        new(Initialiser, "initialised", "Unit", "null", "\"pcs\""),
        new(Initialiser, "initialised", "Maybe", "null", "3"),
        new(Initialiser, "initialised", "Labels", "null", "[\"new\"]"),
        new(Initialiser, "computed-defaults", "Twice", "0", "-2"),
        new(Initialiser, "computed-defaults", "Twice", "0", "2"),
        new(StructDefault, null, "Currency", "null", "\"EUR\""),
        new(Filling, "initialised", "Labels", null, null, "populating"),
        new(Filling, "lenient", "", "InvalidOperationException", "a value", "populating"),
        new(Filling, "maybe", "", "InvalidOperationException", "a value", "populating"),
        new(Filling, "number-handling", "", "InvalidOperationException", "a value", "populating"),
        new(Duplicate, "plain-struct", "", "JsonException", "a value", "strict"),
        new(Duplicate, "struct-members", "", "JsonException", "a value", "strict"),
        new(Duplicate, "converted-record", "", "JsonException", "ArgumentOutOfRangeException", "strict"),
    ];

    public bool Covers(string eventName, OptionSet set, Difference difference) =>
        (Event is null || Event == eventName)
        && (Options is null || Options == set.Name)
        && (Place == difference.Place || (Place.Length > 0 && difference.Place.EndsWith("." + Place, StringComparison.Ordinal)))
        && (Theirs is null || Theirs == difference.Theirs)
        && (Ours is null || Ours == difference.Ours);
}
