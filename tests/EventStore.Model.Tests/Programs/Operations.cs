namespace EventStore.Model.Tests.Programs;

/// <summary>One call of the public API, with everything that it is given.</summary>
internal abstract record Operation;

internal sealed record Install : Operation;

internal sealed record CreateStream(string Stream) : Operation;

internal sealed record DeleteStream(string Stream) : Operation;

internal sealed record HasStream(string Stream) : Operation;

internal sealed record ListNames(bool OfCategories, string? Filter, string? Pattern, int? Limit, int Offset) : Operation;

/// <summary>Units to append: one by one if there is a single one, in one call if there are several.</summary>
internal sealed record Append(bool IsLayered, IReadOnlyList<PlannedUnit> Units) : Operation;

/// <summary>An <see cref="Append"/> whose events are made: what is given to every store alike.</summary>
internal sealed record AppendUnits(bool IsLayered, IReadOnlyList<AppendUnit> Units) : Operation
{
    public override string ToString() =>
        $"AppendUnits {{ IsLayered = {IsLayered}, {string.Join("; ", Units.Select(unit => string.Join(" + ", unit.Parts.Select(part => $"'{part.StreamName}' <- {string.Join(", ", part.Events.Select(Show.Planned))}"))))} }}";
}

internal sealed record Load(bool IsLayered, bool IsBackwards, string Stream, Place? From, Place? To, long? Count, Condition[] Conditions) : Operation
{
    public override string ToString() =>
        $"Load {{ IsLayered = {IsLayered}, IsBackwards = {IsBackwards}, '{Stream}' {From}..{To} count {Count}, {string.Join<Condition>(" and ", Conditions)} }}";
}

internal sealed record Merge(IReadOnlyList<Source> Sources, long? Count) : Operation
{
    public override string ToString() => $"Merge {{ {string.Join(" + ", Sources)} count {Count} }}";
}

/// <summary>Makes a query and keeps it under a number.</summary>
internal sealed record MakeQuery(int Slot, QueryKind Kind, string[] Names, Condition[] Conditions, bool IsTyped) : Operation
{
    public override string ToString() => $"MakeQuery {{ {Slot}, {Kind} {string.Join(", ", Names)}, {string.Join<Condition>(" and ", Conditions)}, IsTyped = {IsTyped} }}";
}

/// <summary>Runs a query on: to the head, to the n-th event, or into a handler that throws at the n-th event.</summary>
internal sealed record RunQuery(int Slot, int? StopAt, int? ThrowAt) : Operation;

internal sealed record ResetQuery(int Slot) : Operation;

internal sealed record FindUser(bool IsLayered, string Stream, int User) : Operation;

/// <summary>Loads a user, renames it and saves it.</summary>
internal sealed record UpdateUser(bool IsLayered, string Stream, int User, IReadOnlyList<PlannedEvent> Events) : Operation;

/// <summary>An <see cref="UpdateUser"/> whose events are made.</summary>
internal sealed record UpdateUserWith(bool IsLayered, string Stream, int User, IReadOnlyList<DomainEvent> Events) : Operation
{
    public override string ToString() => $"UpdateUserWith {{ IsLayered = {IsLayered}, '{Stream}', {User}, {string.Join(", ", Events.Select(Show.Planned))} }}";
}

/// <summary>Keeps a user under a number: a new one, or the stored one as it is now.</summary>
internal sealed record TakeUser(int Slot, bool IsNew, string Stream, int User) : Operation;

internal sealed record RenameUser(int Slot, PlannedEvent Event) : Operation;

/// <summary>A <see cref="RenameUser"/> whose event is made.</summary>
internal sealed record RenameUserBy(int Slot, DomainEvent Event) : Operation
{
    public override string ToString() => $"RenameUserBy {{ {Slot}, {Show.Planned(Event)} }}";
}

internal sealed record SaveUser(int Slot, bool IsLayered) : Operation;

internal enum QueryKind
{
    Streams,
    Categories,
    All,
}

/// <summary>A stream of a merged load.</summary>
internal sealed record Source(string Stream, Place From, Condition[] Conditions)
{
    public override string ToString() => $"'{Stream}' {From}.. {string.Join<Condition>(" and ", Conditions)}";
}

/// <summary>A position: a number as it stands, or that of the n-th event that was stored (counted round), or the one behind or before it.</summary>
internal readonly record struct Place(long? Number, int Event, int Delta)
{
    public override string ToString() => Number is { } number ? $"{number}" : $"#{Event}{Delta:+0;-0;+0}";

    /// <summary>The position in a store that has stored events at these ones.</summary>
    /// <param name="positions">Where the store's events stand.</param>
    /// <param name="whenNone">What it is before anything is stored: 0 is the position of no event, and no start of a load.</param>
    public long In(IReadOnlyList<long> positions, long whenNone = 1) =>
        Number ?? (positions.Count == 0 ? whenNone : positions[Event % positions.Count] + Delta);
}

/// <summary>A condition of a matcher. Of the property <c>position</c> the value is a <see cref="Place"/>.</summary>
internal sealed record Condition(FieldType FieldType, string Field, MetadataOperator Operation, object Value)
{
    public override string ToString() => $"{Field} {Operation} {(Value is Array list ? $"[{string.Join(", ", list.Cast<object>())}]" : Value)}";

    public MetadataMatch In(IReadOnlyList<long> positions) =>
        new(Field, Operation, Value is Place place ? place.In(positions, whenNone: 0) : Value, FieldType);
}
