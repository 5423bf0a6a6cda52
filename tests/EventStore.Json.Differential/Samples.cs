namespace EventStore.Json.Differential;

/// <summary>Every shape at least once with something in each member, and once with little.</summary>
internal static partial class Samples
{
    private static readonly Guid Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    private static readonly DateTimeOffset At = new(2024, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(-3));

    public static IReadOnlyList<Sample> All { get; } =
    [
        .. Values().Concat(Collected()).Concat(Constructed()).Concat(Structs()).Concat(Inherited()).Concat(Attributed()).Concat(Nested()).Select(value => new Sample(value)),
        new(Shapes.Hidden.Of(1, "s", 2), new Shapes.HiddenTwin { _count = 1, Secret = "s", Initialised = 2 }),
        new(new Shapes.Hidden(), new Shapes.HiddenTwin()),
    ];
}
