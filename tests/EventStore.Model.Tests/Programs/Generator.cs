using CsCheck;
using EventStore.Conformance.Domain;

namespace EventStore.Model.Tests.Programs;

/// <summary>Random programs of up to 50 operations. Few names, ids and values, so that they meet.</summary>
internal static class Generator
{
    private static readonly Gen<bool> Half = Gen.Bool;
    private static readonly Gen<bool> Seldom = Gen.Int[0, 7].Select(i => i == 0);
    private static readonly Gen<int> Slot = Gen.Int[0, 1];
    private static readonly Gen<int> User = Gen.Int[1, 2];

    private static readonly Gen<string> Stream = Gen.Frequency(
        (60, Pick.One("user-1", "user-1", "user-10", "$in-1", "plain")),
        (6, Pick.One("Users", "users", "😀-1", "\uFF5E-2", "x\"; drop--")),
        (1, Pick.One(" ", "", new string('n', 256), "nul\0", "lone\uD800")));

    private static readonly Gen<int?> Limit = Gen.Frequency((4, Gen.Const((int?)null)), (8, Gen.Int[1, 4].Select(i => (int?)i)), (1, Pick.One<int?>(0, -1, int.MaxValue)));

    private static readonly Gen<long?> Count = Gen.Frequency((6, Gen.Const((long?)null)), (8, Gen.Int[1, 7].Select(i => (long?)i)), (1, Pick.One<long?>(0, -1, long.MaxValue)));

    private static readonly Gen<Place> Place = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, 60], Gen.Int[0, 1], (n, delta) => new Place(null, n, delta))),
        (3, Gen.Const(new Place(1, 0, 0))),
        (1, Pick.One(new Place(0, 0, 0), new Place(-1, 0, 0), new Place(long.MinValue, 0, 0), new Place(long.MaxValue, 0, 0))));

    private static readonly Gen<Place?> End = Gen.Frequency(
        (2, Gen.Const((Place?)null)),
        (2, Gen.Select(Gen.Int[0, 60], Gen.Int[-1, 0], (n, delta) => (Place?)new Place(null, n, delta))),
        (1, Pick.One<Place?>(new Place(0, 0, 0), new Place(-1, 0, 0), new Place(long.MinValue, 0, 0), new Place(long.MaxValue, 0, 0))));

    private static readonly Gen<Place?> HighestFirst = Gen.Frequency(
        (2, Gen.Const((Place?)null)),
        (3, Gen.Int[0, 60].Select(n => (Place?)new Place(null, n, 0))),
        (1, Pick.One<Place?>(new Place(0, 0, 0), new Place(-1, 0, 0), new Place(long.MaxValue, 0, 0))));

    private static readonly Gen<object> UserPayload = Gen.OneOf(
        Pick.One("Alex", "Sascha", "", "ä😀\"\\", Layers.Refused, Layers.Shouted).Select(name => (object)new UsernameChanged(name)),
        Pick.One("Alex", "Sascha").Select(name => (object)new UserCreated(name)));

    private static readonly Gen<object> Payload = Gen.Frequency(
        (6, UserPayload),
        (2, Pick.One(0, -1, 1L << 53, (1L << 53) + 1, long.MinValue, long.MaxValue).Select(number => (object)new IntegerNoted(number))),
        (2, Pick.One<string?>(null, "", "a'b", "$1", "\u2028\uFEFF", Layers.Refused, Layers.Shouted).Select(text => (object)new TextNoted(text))),
        (1, Pick.One(0.0, -1.0, 0.1, 1e300, double.Epsilon).Select(number => (object)new NumberNoted(number))),
        (1, Gen.Const((object)new NothingNoted())));

    private static readonly Gen<DateTimeOffset> Time = Pick.One(Conditions.Times);

    private static readonly Gen<PlannedEvent> Event =
        from user in Gen.Frequency((2, Gen.Const((int?)null)), (4, User.Select(i => (int?)i)))
        from type in Gen.Frequency((7, Gen.Const("user")), (1, Gen.Const("order")))
        from payload in user is null || type != "user" ? Payload : Gen.Frequency((25, UserPayload), (1, Payload))
        from version in Gen.Frequency((20, Gen.Const((int?)null)), (1, Gen.Int[1, 4].Select(i => (int?)i)), (1, Gen.Frequency((9, Gen.Const<int?>(1)), (1, Gen.Const<int?>(0)))))
        from id in Gen.Frequency((6, Gen.Const((int?)null)), (1, Gen.Int[1, 6].Select(i => (int?)i)))
        from metadata in Conditions.Metadata
        from time in Time
        select new PlannedEvent(payload, user, type, version, id, metadata, time);

    private static readonly PlannedEvent FirstOfUser = new(new UserCreated("Alex"), 1, "user", null, null, EventMetadata.Empty, DateTimeOffset.UnixEpoch);

    private static readonly Gen<PlannedEvent> UserEvent =
        from payload in UserPayload
        from id in Gen.Frequency((6, Gen.Const((int?)null)), (1, Gen.Int[1, 6].Select(i => (int?)i)))
        from metadata in Conditions.Metadata
        from time in Time
        select new PlannedEvent(payload, null, "user", null, id, metadata, time);

    private static readonly Gen<string> GoodStream = Gen.Frequency((60, Pick.One("user-1", "user-1", "user-10", "$in-1", "plain")), (6, Pick.One("Users", "users", "😀-1", "\uFF5E-2", "x\"; drop--")));

    private static readonly Gen<PlannedPart> Part = Gen.Select(GoodStream, Event.List[0, 4], (stream, events) => new PlannedPart(stream, events));

    private static readonly Gen<PlannedUnit> Unit = Gen.Frequency(
        (4, Gen.Frequency((4, Part.List[1, 1]), (2, Part.List[0, 3])).Select(parts => new PlannedUnit(parts, null, Change.None))),
        (1, Gen.Select(Gen.Int[0, 60], Gen.Enum<Change>(), (repeated, change) => new PlannedUnit([], repeated, change))));

    private static readonly Gen<Condition[]> Matcher = Gen.Frequency((3, Gen.Const(Array.Empty<Condition>())), (3, Conditions.One.Array[1, 1]), (1, Conditions.One.Array[2, 3]));

    private static readonly Gen<Operation> Listing =
        from ofCategories in Half
        from filter in Pick.One(null, "user-1", "user", "$in", "none", "")
        from pattern in Pick.One(null, null, "^user", "-1$", "[Uu]sers?", ".", "😀", "\\d{2}", "invalid)", "(?=a)")
        from limit in Limit
        from offset in Pick.One(0, 0, 0, 1, 2, 30, -1)
        select (Operation)new ListNames(ofCategories, filter, pattern, limit, offset);

    private static readonly Gen<Operation> Loading =
        from isLayered in Seldom
        from isBackwards in Half
        from stream in Stream
        from forwards in Gen.Frequency((1, Gen.Const((Place?)null)), (3, Place.Select(place => (Place?)place)))
        from backwards in HighestFirst
        from to in End
        from count in Count
        from matcher in Matcher
        select (Operation)new Load(isLayered, isBackwards, stream, isBackwards ? backwards : forwards, isBackwards ? null : to, count, matcher);

    private static readonly Gen<Operation> Merging =
        Gen.Select(Gen.Select(Stream, Place, Matcher, (stream, from, matcher) => new Source(stream, from, matcher)).List[0, 4], Count, (sources, count) => (Operation)new Merge(sources, count));

    private static readonly Gen<Operation> Querying = Gen.Frequency(
        (2, from slot in Slot
            from kind in Gen.Enum<QueryKind>()
            from names in kind == QueryKind.Categories ? Pick.One("user", "$in", "😀", "none").Array[0, 2] : GoodStream.Array[0, 3]
            from matcher in Matcher
            from isTyped in Seldom
            select (Operation)new MakeQuery(slot, kind, names, matcher, isTyped)),
        (3, Gen.Select(Slot, Limit, Limit, (slot, stop, fail) => (Operation)new RunQuery(slot, stop, fail is > 2 ? fail : null))),
        (1, Slot.Select(slot => (Operation)new ResetQuery(slot))));

    private static readonly Gen<Operation> Saving = Gen.Frequency(
        (3, Gen.Select(Seldom, GoodStream, User, (isLayered, stream, user) => (Operation)new FindUser(isLayered, stream, user))),
        (3, Gen.Select(Half, GoodStream, User, UserEvent.List[0, 3], (isLayered, stream, user, events) => (Operation)new UpdateUser(isLayered, stream, user, events))),
        (3, Gen.Select(Slot, Seldom, GoodStream, User, (slot, isNew, stream, user) => (Operation)new TakeUser(slot, isNew, stream, user))),
        (3, Gen.Select(Slot, UserEvent, (slot, e) => (Operation)new RenameUser(slot, e))),
        (3, Gen.Select(Slot, Half, (slot, isLayered) => (Operation)new SaveUser(slot, isLayered))));

    private static readonly Gen<Operation> Any = Gen.Frequency(
        (1, Gen.Const((Operation)new Install())),
        (5, Stream.Select(stream => (Operation)new CreateStream(stream))),
        (2, Stream.Select(stream => (Operation)new DeleteStream(stream))),
        (2, Stream.Select(stream => (Operation)new HasStream(stream))),
        (5, Listing),
        (40, Gen.Select(Seldom, Gen.Frequency((4, Unit.List[1, 1]), (1, Unit.List[2, 4])), (isLayered, units) => (Operation)new Append(isLayered, units))),
        (16, Loading),
        (6, Merging),
        (12, Querying),
        (24, Saving));

    /// <summary>Most programs begin with the streams that they use most: otherwise they would mostly meet missing ones.</summary>
    private static readonly Gen<List<Operation>> Beginning =
        Gen.Int[0, 9].Array[4, 4].Select(dice => new[] { "user-1", "user-10", "$in-1", "plain" }.Where((_, i) => dice[i] > 1).Select(stream => (Operation)new CreateStream(stream)).ToList());

    /// <summary>Half of them go on with a user who is held twice, and with a query that waits for events.</summary>
    private static readonly Gen<List<Operation>> Acquaintance = Gen.Select(Half, Half, (hasUser, hasQuery) => (List<Operation>)
    [
        .. hasUser ? (Operation[])[new Append(false, [new PlannedUnit([new PlannedPart("user-1", [FirstOfUser])], null, Change.None)]), new TakeUser(0, false, "user-1", 1), new TakeUser(1, false, "user-1", 1)] : [],
        .. hasQuery ? (Operation[])[new MakeQuery(0, QueryKind.All, [], [], false)] : [],
    ]);

    public static Gen<List<Operation>> Program { get; } = Gen.Select(Beginning, Acquaintance, Any.List[1, 42], (streams, held, rest) => (List<Operation>)[.. streams, .. held, .. rest]);
}
