using CsCheck;

namespace EventStore.Model.Tests.Programs;

/// <summary>Metadata, and conditions that may hit it. Only what can be made: what is refused when it is made has no store.</summary>
internal static class Conditions
{
    private static readonly MetadataOperator[] Equalities = [MetadataOperator.Equal, MetadataOperator.NotEqual];
    private static readonly MetadataOperator[] Orders = [MetadataOperator.GreaterThan, MetadataOperator.GreaterThanOrEqual, MetadataOperator.LowerThan, MetadataOperator.LowerThanOrEqual];
    private static readonly MetadataOperator[] Lists = [MetadataOperator.In, MetadataOperator.NotIn];

    private static readonly object[] Texts = ["bar", "baz", "Bar", "", "ä", "z", "😀", "\uFF5E", "5", "a'b\\\""];
    private static readonly object[] Numbers = [5, 4, 0, -1.5, (1L << 53) + 1, long.MaxValue, long.MinValue];
    private static readonly object[] Booleans = [true, false];
    private static readonly object[] Names = ["username-changed", "user-created", "text-noted", "USER-CREATED"];
    private static readonly string[] Patterns = ["^b[a]r$", "a", "^$", "\\d", "(a|z)$", "[^a]", "-created$", "\\\\"];

    private static readonly Gen<string> Field = Gen.Frequency((8, Pick.One("a", "b")), (1, Pick.One("a.b", "it's \"$.a\"", "missing", "seen")));

    public static DateTimeOffset[] Times { get; } =
    [
        new(2020, 1, 1, 12, 0, 0, TimeSpan.Zero),
        new(2020, 1, 1, 12, 0, 0, TimeSpan.FromHours(2)),
        new DateTimeOffset(2020, 1, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(10),
        new(2099, 12, 31, 23, 59, 59, TimeSpan.Zero),
        DateTimeOffset.UnixEpoch.AddYears(-90),
    ];

    public static Gen<EventMetadata> Metadata { get; } = Gen.Frequency(
        (1, Gen.Const(EventMetadata.Empty)),
        (3, Gen.Select(Field, Value(), Field, Value(), (first, one, second, other) => EventMetadata.Of((first, one), (second, other)))));

    public static Gen<Condition> One { get; } = Gen.Frequency(
        (8, InMetadata()),
        (2, Property("event_name", Equalities, Pick.One(Names))),
        (1, Property("event_name", Orders, Pick.One(Names))),
        (1, Property("event_name", Lists, Pick.One(Names).Array[0, 3].Select(list => (object)list))),
        (1, Property("event_name", [MetadataOperator.Regex], Pick.One(Patterns).Select(pattern => (object)pattern))),
        (1, Property("uuid", Equalities, Id())),
        (1, Property("uuid", Lists, Id().Array[0, 3].Select(list => (object)list))),
        (2, Property("created_at", [.. Equalities, .. Orders], Pick.One(Times).Select(time => (object)time))),
        (2, Property("position", [.. Equalities, .. Orders], Gen.Int[0, 60].Select(n => (object)new Place(null, n, 0)))),
        (2, Of("_aggregate_version", [.. Equalities, .. Orders], Gen.Int[0, 5].Select(n => (object)n))),
        (1, Of("_aggregate_version", Lists, Gen.Int[0, 5].Select(n => (object)n).Array[0, 3].Select(list => (object)list))),
        (1, Of("_aggregate_type", [.. Equalities, .. Orders], Pick.One<object>("user", "order", "User"))),
        (1, Of("_aggregate_type", [MetadataOperator.Regex], Pick.One<object>("^us", "r$"))),
        (1, Of("_aggregate_id", Equalities, Gen.Int[1, 3].Select(user => (object)Planner.UserId(user).ToString()))));

    private static Gen<object?> Value() => Gen.Frequency(
        (4, Pick.One<object?>(Texts)),
        (4, Pick.One<object?>([.. Numbers, 5.0, 5.00m])),
        (1, Pick.One<object?>(true, false, null)),
        (1, Gen.Const(new object?[] { 1, "x", null }).Select(list => (object?)list)),
        (1, Gen.Const((object?)new Dictionary<string, object?> { ["b"] = 5, ["a"] = "bar" })));

    private static Gen<Condition> InMetadata() =>
        from field in Field
        from condition in Gen.Frequency(
            (3, Of(field, Equalities, Pick.One<object>([.. Texts, .. Numbers, .. Booleans]))),
            (3, Of(field, Orders, Pick.One<object>([.. Texts, .. Numbers]))),
            (2, Of(field, Lists, Pick.One<object>([.. Texts, .. Numbers, .. Booleans]).Array[0, 4].Select(list => (object)list))),
            (1, Of(field, [MetadataOperator.Regex], Pick.One(Patterns).Select(pattern => (object)pattern))))
        select condition;

    private static Gen<object> Id() => Gen.Int[1, 6].Select(id => (object)Guid.Parse($"00000000-0000-7000-9000-{id:d12}"));

    private static Gen<Condition> Of(string field, MetadataOperator[] operators, Gen<object> value) =>
        Gen.Select(Pick.One(operators), value, (operation, operand) => new Condition(FieldType.Metadata, field, operation, operand));

    private static Gen<Condition> Property(string property, MetadataOperator[] operators, Gen<object> value) =>
        Gen.Select(Pick.One(operators), value, (operation, operand) => new Condition(FieldType.MessageProperty, property, operation, operand));
}
