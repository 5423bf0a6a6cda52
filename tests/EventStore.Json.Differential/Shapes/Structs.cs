using System.Text.Json.Serialization;

namespace EventStore.Json.Differential.Shapes;

public readonly record struct Money(decimal Amount, string Currency = "EUR");

public struct Point
{
    public int X { get; set; }

    public int Y { get; set; }

    public readonly int Sum => X + Y;
}

public record struct Interval(int From, int To)
{
    public string? Label { get; set; }
}

[Event("record-struct")]
public readonly record struct RecordStruct(int Number, string? Text, Money Price);

[Event("mutable-struct")]
public struct MutableStruct
{
    public MutableStruct()
    {
    }

    public int Number { get; set; } = 3;

    public string? Text { get; set; } = "t";

    [JsonInclude]
    public int Field = 4;

    public Point Where { get; set; }

    public Interval Range { get; set; }
}

[Event("plain-struct")]
public struct PlainStruct
{
    public int Number { get; set; }

    public string? Text { get; init; }

    [JsonInclude]
    public Guid Field;

    public readonly bool IsEmpty => Text is null;
}

[Event("made-struct")]
public readonly struct MadeStruct
{
    [JsonConstructor]
    public MadeStruct(int number, string? text = "t")
    {
        Number = number;
        Text = text;
    }

    public int Number { get; }

    public string? Text { get; }
}

[Event("demanding-struct")]
public record struct DemandingStruct
{
    public required int Number { get; init; }

    public string? Text { get; set; }
}

[Event("struct-members")]
public sealed record StructMembers(Money Money, Point Point, Interval Interval, PlainStruct Plain, MadeStruct Made, MutableStruct Mutable, IReadOnlyDictionary<string, Interval> Intervals);
