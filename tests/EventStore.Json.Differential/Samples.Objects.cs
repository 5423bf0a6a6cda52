using EventStore.Json.Differential.Shapes;

namespace EventStore.Json.Differential;

internal static partial class Samples
{
    private static IEnumerable<object> Constructed() =>
    [
        new Positional(Id, "Ada \"é\"", "note", At, 12.50m),
        new Positional(default, null!, null, default, 0),
        new Defaults(),
        new Defaults(1, 2, 3, 4, 5.5, 6.5f, 7.5m, '8', false, "9", "10", Priority.Low, Priority.Normal, Tags.Fragile, null, Channel.Store, null, null, null, Id, new(1), new(2), At, TimeSpan.FromTicks(7)),
        new ComputedDefaults(),
        new ComputedDefaults(1, 2, 3.5, 4.5f, 5.5m, '6', false, " 7 ", Priority.Low, Priority.Normal, null, null, null, Id, new(1)) { Twice = 9, Fixed = "f" },
        new Initialised { Sku = "s" },
        new Initialised { Sku = "s", Quantity = 9, Unit = "kg", Maybe = null, Labels = ["x"], Settable = 5 },
        new Demanding { Sku = "s", Price = new(1), Maybe = 1, Field = 2, Must = "m", Optional = "o" },
        new Demanding { Sku = null!, Price = default, Maybe = null, Field = 0, Must = null! },
        new DemandingRecord(1) { C = "c", D = 2 },
        new ByArguments("c", DateTime.UnixEpoch, 0.5, Priority.Low, 'm') { Weight = 3, Track = "t" },
        new ByArguments { Weight = 0 },
        new AnswersForRequired(3) { Why = "y" },
        new SingleConstructor(1, ["a"]),
        new SingleConstructor(0, null),
        new Throwing("n") { Percent = 3 },
        new SeveralConstructors(1),
        new InternallyMade(7),
        new WithParams("m", 1, 2),
        new Empty(),
        Large(),
        new LargeRecord(
            0, "", 0m, 1, "", 1m, 2, "", 2m, 3, "", 3m, 4, "", 4m, 5, "", 5m, 6, "", 6m, 7, "", 7m, 8, "", 8m, 9, "", 9m),
    ];

    private static Large Large() => new() { Member0 = 1, Member7 = "7", Member14 = 14, Member21 = 21, Member28 = "28", Member35 = 35, Member42 = 42, Member49 = null, Member56 = 56, Member63 = 63, Member69 = 69 };

    private static IEnumerable<object> Structs() =>
    [
        new RecordStruct(1, "t", new(2)),
        new RecordStruct(),
        new MutableStruct { Number = 1, Text = null, Field = 2, Where = new() { X = 1, Y = 2 }, Range = new(1, 2) { Label = "l" } },
        new MutableStruct(),
        new PlainStruct { Number = 1, Text = "t", Field = Id },
        new MadeStruct(1, "u"),
        new DemandingStruct { Number = 1, Text = "t" },
        new StructMembers(new(1), new() { X = 1 }, new(1, 2), new() { Text = "t" }, new(1), new(), new Dictionary<string, Interval> { ["i"] = new(3, 4) { Label = "m" } }),
    ];

    private static IEnumerable<object> Inherited() =>
    [
        new Derived { EventId = Id, Shadow = "s", Number = 5, BaseField = 6, Author = "a", Level = 7, Own = "o", NotStored = "n" },
        new Derived(),
        new OfMiddle { EventId = Id, Shadow = 8 },
        new OfGenericBase { Id = Id, Others = [Id], Name = "n" },
        new DerivedRecord(Id, 1) { At = At },
        new WithInterface("r"),
        new Polymorphic(
            new Card(1, "1234"), [new Cash(2), new Card(3, "5678")], new LongNote { Text = "t", Length = 1 }, new() { ["n"] = new Note { Text = "u" }, ["l"] = new LongNote() }, new Circle { Name = "c", Radius = 1.5 }, new Card(4, "9")),
        new Polymorphic(new Cash(1), [], new Note(), [], new Square(null, 2), null),
    ];

    private static IEnumerable<object> Attributed() =>
    [
        new Named { Id = 1, Unicode = "u", Nameless = "n", Markup = "m" },
        new RenamedRecord("n", "note", 1),
        new RenamedRecord("n"),
        new Ignored(),
        new Ignored { Always = "x", Never = null, WhenNull = "c", WhenDefault = 4, WhenWriting = "y", WhenReading = "z", MaybeWhenDefault = Priority.Low },
        new Included { Field = 1, Internal = "i", InternalField = 3 },
        new NumberHandling { BigId = long.MaxValue, Numbers = [1, null], Double = 1.5, Strict = 1, Decimals = new() { [1] = 2.50m }, Handled = new(1, [2], 3) },
        new NumberHandling { Double = double.NaN },
        new Extended { Known = 1, Extra = new() { ["x"] = System.Text.Json.JsonDocument.Parse("[1]").RootElement } },
        new Extended(),
        new ExtendedByArguments(1) { Extra = new() { ["x"] = System.Text.Json.JsonDocument.Parse("{}").RootElement } },
        new ExtendedByInterface { Known = "k", Extra = { ["x"] = System.Text.Json.JsonDocument.Parse("null").RootElement } },
        new Strict(1, "b"),
        new Lenient { A = 1, Strict = new(2, "c") },
        new Noticing { Number = 3 },
        new NoticingRecord("name"),
        new Annotated { Nullable = "n", DisallowNull = "d", Oblivious = "o", OfText = new() { Value = "v", Other = "o" }, OfNumber = new() { Value = 1 } },
        new Annotated { AllowNull = null, Oblivious = null, MaybeNull = null! },
        new AnnotatedRecord("n", null, ["l"], new()),
        new AnnotatedArguments("n", null, null!),
        new Converted
        {
            Cents = 1.23m, MaybeCents = 4.56m, MaybeInt = null, Joined = ["a", "b"], NotJoined = ["c"], Email = new("a@b.c"), Customer = new(1), MaybeCustomer = new CustomerId(2), Code = new("x"), MaybeCode = new Code("y"),
            ByFactory = new("z"), MaybeByFactory = new Code("w"), Customers = [new(3)], Emails = new() { ["e"] = new("d@e.f") },
        },
        new Converted(),
        new ConvertedRecord(1.5m, new("a"), new(1), new Code("c")),
    ];

    private static IEnumerable<object> Nested() =>
    [
        new Nested(
            new("C", new() { Street = "s", Zip = "z", Where = new() { X = 1, Y = 2 }, Floors = new(1, 2) { Label = "l" } }, new Dictionary<string, Address> { ["o"] = new() }),
            [new("D", null, new Dictionary<string, Address>())]),
        new Recursive(new("root", [new("leaf", []), new("other", [new("deep", [])])]), new() { Number = 1, Next = new() { Number = 2 } }, new("f", [new("d", new("g")), new("e")])),
        new Recursive(new("root", []), null, new("f")),
        new Replied("a", new("b", new("c"))),
        new Generics(
            new([new(1)], 1, new Money(2)), new(["n"], 1, null), new() { Left = 1, Right = "r" }, new() { Left = new() { Left = 1, Right = Id }, Right = ["s"] }, new("t", 1), new(null, 2), new() { Value = new() }),
        new Order.Order_ { Number = 1, Within = new() { Name = "n" } },
        new @event(1, "n", 2, 3, 4, 5, "a", 6, "e") { Object = 7, Größe = "g", _leading = 8, System = new() { @this = 9, String = "s" }, Create = 10 },
        new HostileArguments(1),
#pragma warning disable CS0618 // It has to be compared, obsolete or not.
        new Discouraged(1) { Old = "o", OldInit = "i" },
#pragma warning restore CS0618
        new Deep(new() { Down = new() { Down = [new() { Down = new() { ["k"] = new(1, new()), ["n"] = null } }] } }),
    ];
}
