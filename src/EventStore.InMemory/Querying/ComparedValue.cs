using System.Globalization;
using System.Text;
using System.Text.Json;
using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>One side of a comparison: equal or ordered only within one kind.</summary>
internal readonly record struct ComparedValue
{
    private enum ValueKind
    {
        Text,
        Number,
        Boolean,
        EventId,
        Time,
        Other,
    }

    private ValueKind Kind { get; init; }

    public string? Text { get; private init; }

    private JsonNumber Number { get; init; }

    private bool Boolean { get; init; }

    private Guid EventId { get; init; }

    private DateTimeOffset Time { get; init; }

    public static ComparedValue OfText(string text) => new() { Kind = ValueKind.Text, Text = text };

    public static ComparedValue OfNumber(long number) => OfNumber(number.ToString(CultureInfo.InvariantCulture));

    public static ComparedValue OfEventId(Guid id) => new() { Kind = ValueKind.EventId, EventId = id };

    public static ComparedValue OfTime(DateTimeOffset time) => new() { Kind = ValueKind.Time, Time = time };

    public static ComparedValue Of(MatchOperand operand) => operand.Kind switch
    {
        MatchOperandKind.Text => OfText(operand.Text),
        MatchOperandKind.Number => OfNumber(operand.Text),
        MatchOperandKind.Boolean => new() { Kind = ValueKind.Boolean, Boolean = operand.Boolean },
        MatchOperandKind.EventId => OfEventId(operand.EventId),
        _ => OfTime(operand.Time),
    };

    /// <summary>The value that a reader is at, or null for JSON's null. An object or a list equals nothing.</summary>
    public static ComparedValue? Of(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => OfText(reader.GetString()!),
        JsonTokenType.Number => OfNumber(Encoding.ASCII.GetString(reader.ValueSpan)),
        JsonTokenType.True or JsonTokenType.False => new ComparedValue { Kind = ValueKind.Boolean, Boolean = reader.GetBoolean() },
        _ => new ComparedValue { Kind = ValueKind.Other },
    };

    /// <summary>The order within one kind, or null between two kinds.</summary>
    public int? CompareWith(ComparedValue other) => Kind != other.Kind
        ? null
        : Kind switch
        {
            ValueKind.Text => EventStore.Text.CompareByCodePoint(Text!, other.Text!),
            ValueKind.Number => Number.CompareTo(other.Number),
            ValueKind.Time => Time.CompareTo(other.Time),
            _ => null,
        };

    private static ComparedValue OfNumber(string json) => new() { Kind = ValueKind.Number, Number = JsonNumber.Parse(json) };
}
