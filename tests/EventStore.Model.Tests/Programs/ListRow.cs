using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EventStore.Model.Tests.Programs;

/// <summary>An event in the referee's list.</summary>
internal sealed record ListRow(string Stream, long Position, DomainEvent Event)
{
    /// <summary>An event of an aggregate has its place under its version, any other one under its id.</summary>
    public bool IsAtPlaceOf(string stream, DomainEvent e) =>
        Stream == stream
        && Event.AggregateId == e.AggregateId
        && (e.AggregateId == Guid.Empty ? Event.EventId == e.EventId : Event.AggregateType == e.AggregateType && Event.Version == e.Version);

    public bool Fulfils(IEnumerable<Condition> conditions, IReadOnlyList<long> positions) => conditions.All(condition => Fulfils(condition, positions));

    private bool Fulfils(Condition condition, IReadOnlyList<long> positions)
    {
        if (ValueOf(condition) is not { } value)
        {
            return false;
        }

        object[] operands = condition.Value is Array list ? [.. list.Cast<object>()] : [condition.Value];
        operands = [.. operands.Select(operand => Compared(operand is Place place ? place.In(positions, whenNone: 0) : operand))];
        return condition.Operation switch
        {
            MetadataOperator.Equal or MetadataOperator.In => operands.Any(value.Equals),
            MetadataOperator.NotEqual or MetadataOperator.NotIn => !operands.Any(value.Equals),
            MetadataOperator.Regex => value is string text && Regex.IsMatch(text, (string)operands[0]),
            _ when value.GetType() != operands[0].GetType() || value is bool or JsonElement => false,
            MetadataOperator.GreaterThan => Compare(value, operands[0]) > 0,
            MetadataOperator.GreaterThanOrEqual => Compare(value, operands[0]) >= 0,
            MetadataOperator.LowerThan => Compare(value, operands[0]) < 0,
            _ => Compare(value, operands[0]) <= 0,
        };
    }

    private static int Compare(object value, object operand) => value is string text
        ? string.CompareOrdinal(Names.CodePoints(text), Names.CodePoints((string)operand))
        : Comparer<object>.Default.Compare(value, operand);

    private object? ValueOf(Condition condition) => (condition.FieldType, condition.Field) switch
    {
        (FieldType.MessageProperty, "event_name") => Event.Name,
        (FieldType.MessageProperty, "uuid") => Event.EventId,
        (FieldType.MessageProperty, "created_at") => Event.CreatedAt,
        (FieldType.MessageProperty, _) => (decimal)Position,
        _ => Event.Metadata.TryGet(condition.Field, out JsonElement value) ? Compared(value) : null,
    };

    /// <summary>Texts, numbers and booleans as .NET has them; an object or a list stays JSON, and equals nothing.</summary>
    private static object Compared(object value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.Null } => null!,
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString()!,
        JsonElement { ValueKind: JsonValueKind.True or JsonValueKind.False } element => element.GetBoolean(),
        JsonElement { ValueKind: JsonValueKind.Number } element => decimal.Parse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture),
        int or long => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        double number => (decimal)number,
        _ => value,
    };
}
