using System.Text.Json.Serialization;

namespace EventStore.Json.Differential.Shapes;

public abstract class EventBase
{
    public Guid EventId { get; set; }

    public virtual string Kind => "base";

    public abstract int Number { get; set; }

    /// <summary>Hidden by a derived type: what a property keeps by itself would be lost there, and is refused.</summary>
    public int Shadow { get => _shadow; set => _shadow = value; }

    [JsonInclude]
    public int BaseField;

    private int _shadow;

    [JsonPropertyName("by")]
    public virtual string? Author { get; set; }

    [JsonIgnore]
    public virtual string? NotStored { get; set; }
}

public class Middle : EventBase
{
    public override int Number { get; set; } = 1;

    public virtual int Level { get; set; } = 2;

    public override string? Author { get; set; } = "middle";
}

[Event("derived")]
public sealed class Derived : Middle
{
    public override string Kind => "derived";

    public new string? Shadow { get; set; }

    public override int Level { get; set; } = 3;

    [JsonPropertyName("own")]
    public string? Own { get; set; }

    public override string? NotStored { get; set; }
}

[Event("middle")]
public sealed class OfMiddle : Middle;

public abstract class Entity<TId>
    where TId : notnull
{
    public TId Id { get; set; } = default!;

    public IReadOnlyList<TId> Others { get; set; } = [];
}

[Event("generic-base")]
public sealed class OfGenericBase : Entity<Guid>
{
    public string? Name { get; set; }
}

public abstract record RecordBase(Guid Id, string By = "system")
{
    public DateTimeOffset At { get; set; }
}

[Event("derived-record")]
public sealed record DerivedRecord(Guid Id, int Amount, string By = "somebody") : RecordBase(Id, By);

public interface IHasReason
{
    string? Reason { get; }

    int Weight => 1;
}

[Event("with-interface")]
public sealed record WithInterface(string? Reason) : IHasReason, IComparable<WithInterface>
{
    int IHasReason.Weight => 2;

    int IComparable<WithInterface>.CompareTo(WithInterface? other) => 0;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Cash), 2)]
public abstract record Payment(decimal Amount);

public sealed record Card(decimal Amount, string Last4) : Payment(Amount);

public sealed record Cash(decimal Amount) : Payment(Amount);

[JsonPolymorphic(IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(LongNote), "long")]
public class Note
{
    public string Text { get; set; } = "";
}

public sealed class LongNote : Note
{
    public int Length { get; set; }
}

[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor)]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
public interface IFigure
{
    string? Name { get; }
}

public sealed class Circle : IFigure
{
    public string? Name { get; set; }

    public double Radius { get; set; }
}

public sealed record Square(string? Name, double Side) : IFigure;

[Event("polymorphic")]
public sealed record Polymorphic(Payment Payment, IReadOnlyList<Payment> Parts, Note Note, Dictionary<string, Note> Notes, IFigure? Figure, Card? Exact);
