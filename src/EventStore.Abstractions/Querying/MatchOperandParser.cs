using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using EventStore.Providers;

namespace EventStore;

/// <summary>Turns the value of a match into operands, and refuses what its target and operator cannot compare.</summary>
internal static class MatchOperandParser
{
    public static MatchTarget TargetOf(string field, FieldType fieldType) => fieldType switch
    {
        FieldType.Metadata => field switch
        {
            EventMetadata.AggregateIdKey => MatchTarget.AggregateId,
            EventMetadata.AggregateTypeKey => MatchTarget.AggregateType,
            EventMetadata.AggregateVersionKey => MatchTarget.AggregateVersion,
            _ => MatchTarget.Metadata,
        },
        FieldType.MessageProperty => field switch
        {
            "event_name" or "name" or "message_name" or "messageName" => MatchTarget.EventName,
            "uuid" or "event_id" => MatchTarget.EventId,
            "created_at" or "createdAt" => MatchTarget.CreatedAt,
            "position" => MatchTarget.Position,
            _ => throw new ArgumentException($"An event has no property '{field}' to match. It has event_name, uuid, created_at and position; use FieldType.Metadata for an entry of the metadata.", nameof(field)),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(fieldType), fieldType, "A match looks at the metadata or at a property of the event."),
    };

    public static IReadOnlyList<MatchOperand> Parse(MatchTarget target, MetadataOperator operation, object? value)
    {
        if (operation is MetadataOperator.In or MetadataOperator.NotIn)
        {
            if (value is string or not IEnumerable)
            {
                throw new ArgumentException($"The operator {operation} compares with a list; give it a list, or use Equal or NotEqual for a single value.", nameof(value));
            }

            return [.. ((IEnumerable)value).Cast<object?>().Select(item => ParseOne(target, item))];
        }

        MatchOperand operand = ParseOne(target, value);
        CheckOperator(target, operation, operand);
        return [operand];
    }

    private static void CheckOperator(MatchTarget target, MetadataOperator operation, MatchOperand operand)
    {
        switch (operation)
        {
            case MetadataOperator.Equal or MetadataOperator.NotEqual:
                break;
            case MetadataOperator.Regex:
                if (operand.Kind != MatchOperandKind.Text || target is MatchTarget.EventId or MatchTarget.CreatedAt)
                {
                    throw new ArgumentException("A pattern is a text, and is looked for in texts: neither in ids nor in times.", nameof(operand));
                }

                TextPattern.Check(operand.Text);
                break;
            case MetadataOperator.GreaterThan or MetadataOperator.GreaterThanOrEqual or MetadataOperator.LowerThan or MetadataOperator.LowerThanOrEqual:
                if (operand.Kind is MatchOperandKind.Boolean or MatchOperandKind.EventId)
                {
                    throw new ArgumentException($"Booleans and event ids have no order: {operation} cannot compare them. Use Equal, NotEqual, In or NotIn.", nameof(operand));
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(operation), operation, "There is no such operator.");
        }
    }

    private static MatchOperand ParseOne(MatchTarget target, object? value) => target switch
    {
        MatchTarget.EventId => value switch
        {
            Guid id => MatchOperand.OfEventId(id),
            string text when Guid.TryParse(text, out Guid id) => MatchOperand.OfEventId(id),
            _ => throw new ArgumentException($"An event's id is matched with a Guid or its text, not with '{value}'.", nameof(value)),
        },
        MatchTarget.CreatedAt => value switch
        {
            DateTimeOffset time => MatchOperand.OfTime(time),
            DateTime { Kind: not DateTimeKind.Unspecified } time => MatchOperand.OfTime(time),
            string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) => MatchOperand.OfTime(time),
            _ => throw new ArgumentException($"The time of creation is matched with a DateTimeOffset, not with '{value}'.", nameof(value)),
        },
        MatchTarget.AggregateId when value is string text && Guid.TryParse(text, out Guid id) => MatchOperand.OfText(id.ToString("D")),
        _ => ParseJson(value),
    };

    private static MatchOperand ParseJson(object? value) => value switch
    {
        string text when !Text.CanBeStored(text) =>
            throw new ArgumentException("A match's text holds neither NUL nor half of a surrogate pair: no stored event does.", nameof(value)),
        string text => MatchOperand.OfText(text),
        char character => ParseJson(character.ToString()),
        Guid id => MatchOperand.OfText(id.ToString("D")),
        bool boolean => MatchOperand.OfBoolean(boolean),
        double number when double.IsFinite(number) => MatchOperand.OfNumber(number.ToString("R", CultureInfo.InvariantCulture)),
        float number when float.IsFinite(number) => MatchOperand.OfNumber(number.ToString("R", CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal or Int128 or UInt128 or BigInteger =>
            MatchOperand.OfNumber(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        JsonElement { ValueKind: JsonValueKind.String } element => ParseJson(element.GetString()),
        JsonElement { ValueKind: JsonValueKind.Number } element => MatchOperand.OfNumber(element.GetRawText()),
        JsonElement { ValueKind: JsonValueKind.True or JsonValueKind.False } element => MatchOperand.OfBoolean(element.GetBoolean()),
        _ => throw new ArgumentException($"A match compares with a text, a number or a boolean, not with {(value is null ? "null" : value.GetType().Name)}.", nameof(value)),
    };
}
