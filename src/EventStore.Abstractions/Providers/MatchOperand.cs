namespace EventStore.Providers;

/// <summary>One value that a match compares with. Immutable.</summary>
public readonly record struct MatchOperand
{
    private MatchOperand(MatchOperandKind kind, string? text, bool boolean = false, Guid eventId = default, DateTimeOffset time = default)
    {
        Kind = kind;
        Text = text ?? "";
        Boolean = boolean;
        EventId = eventId;
        Time = time;
    }

    /// <summary>Which of the properties counts.</summary>
    public MatchOperandKind Kind { get; }

    /// <summary>The text, or the number as JSON writes it; otherwise empty.</summary>
    public string Text { get; }

    /// <summary>The boolean; otherwise false.</summary>
    public bool Boolean { get; }

    /// <summary>The event's id; otherwise empty.</summary>
    public Guid EventId { get; }

    /// <summary>The instant in UTC, cut to microseconds; otherwise the lowest.</summary>
    public DateTimeOffset Time { get; }

    internal static MatchOperand OfText(string text) => new(MatchOperandKind.Text, text);

    /// <remarks>Zero is written as 0: with an exponent the server may refuse it.</remarks>
    internal static MatchOperand OfNumber(string json) => new(MatchOperandKind.Number, NumericRange.IsZero(json) ? "0" : json);

    internal static MatchOperand OfBoolean(bool value) => new(MatchOperandKind.Boolean, null, value);

    internal static MatchOperand OfEventId(Guid value) => new(MatchOperandKind.EventId, null, eventId: value);

    internal static MatchOperand OfTime(DateTimeOffset value) => new(MatchOperandKind.Time, null, time: EventHeader.Normalize(value));
}
