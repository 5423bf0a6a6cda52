using System.Globalization;
using System.Text;
using System.Text.Json;
using EventStore.Providers;

namespace EventStore.Postgres;

/// <summary>
/// A matcher as a condition on the rows of a stream. Values and names of fields are parameters; what is compared has
/// been checked to be of one kind, so that no row can make a cast fail. A missing or null field is null here, and
/// every condition on it is null or false: it never hits.
/// </summary>
internal static class MatcherSql
{
    private const string Never = "false";

    public static void Append(StringBuilder sql, MetadataMatcher matcher, SqlParameters parameters)
    {
        foreach (MetadataMatch match in matcher.Matches)
        {
            sql.Append(" and ").Append(Condition(match, parameters));
        }
    }

    private static string Condition(MetadataMatch match, SqlParameters parameters) => match.Target switch
    {
        MatchTarget.Metadata when !Text.CanBeStored(match.Field) => Never,
        MatchTarget.Metadata => OnMetadata(match, parameters),
        MatchTarget.EventName => OnText("event_name", match, parameters),
        MatchTarget.AggregateType => OnText("aggregate_type", match, parameters),
        MatchTarget.AggregateId => OnAggregateId(match, parameters),
        MatchTarget.Position => OnNumber("position", match, parameters),
        MatchTarget.AggregateVersion => OnNumber("aggregate_version", match, parameters),
        MatchTarget.EventId => OnEventId(match, parameters),
        MatchTarget.CreatedAt => OnCreatedAt(match, parameters),
        _ => throw new ArgumentOutOfRangeException(nameof(match), match.Target, "The provider does not know what is matched here."),
    };

    /// <summary>The server compares two values of <c>jsonb</c> by kind and value, numbers exactly, texts by their bytes.</summary>
    private static string OnMetadata(MetadataMatch match, SqlParameters parameters)
    {
        string field = parameters.Add(match.Field);
        string value = $"(metadata -> {field})";
        string text = $"(metadata ->> {field})";
        if (match.Operation is MetadataOperator.In or MetadataOperator.NotIn)
        {
            string[] list = [.. match.Operands.Where(CanBeStored).Select(Json)];
            return match.Operation == MetadataOperator.In
                ? $"{value} = any({parameters.AddJson(list)})"
                : $"(jsonb_typeof{value} <> 'null' and {value} <> all({parameters.AddJson(list)}))";
        }

        MatchOperand operand = match.Operands[0];
        switch (match.Operation)
        {
            case MetadataOperator.Equal:
                return CanBeStored(operand) ? $"{value} = {parameters.AddJson(Json(operand))}" : Never;
            case MetadataOperator.NotEqual:
                return CanBeStored(operand)
                    ? $"(jsonb_typeof{value} <> 'null' and {value} <> {parameters.AddJson(Json(operand))})"
                    : $"jsonb_typeof{value} <> 'null'";
            case MetadataOperator.Regex:
                return $"(jsonb_typeof{value} = 'string' and {text} collate \"C\" ~ {parameters.Add(PatternSql.Translate(operand.Text))})";
            default:
                return operand.Kind switch
                {
                    MatchOperandKind.Number when CanBeStored(operand) =>
                        $"(jsonb_typeof{value} = 'number' and {value} {Order(match.Operation)} {parameters.AddJson(operand.Text)})",
                    MatchOperandKind.Number =>
                        $"(jsonb_typeof{value} = 'number' and {value} {OrderBeyond(match.Operation, operand.Text)})",
                    MatchOperandKind.Text => $"(jsonb_typeof{value} = 'string' and {text} collate \"C\" {Order(match.Operation)} {parameters.Add(operand.Text)})",
                    _ => Never,
                };
        }
    }

    private static string OnText(string column, MetadataMatch match, SqlParameters parameters)
    {
        if (match.Operation is MetadataOperator.In or MetadataOperator.NotIn)
        {
            string[] list = [.. match.Operands.Where(operand => operand.Kind == MatchOperandKind.Text).Select(operand => operand.Text)];
            return match.Operation == MetadataOperator.In
                ? $"{column} = any({parameters.Add(list)})"
                : $"({column} is not null and {column} <> all({parameters.Add(list)}))";
        }

        MatchOperand operand = match.Operands[0];
        return match.Operation switch
        {
            MetadataOperator.NotEqual when operand.Kind != MatchOperandKind.Text => $"{column} is not null",
            _ when operand.Kind != MatchOperandKind.Text => Never,
            MetadataOperator.Regex => $"{column} collate \"C\" ~ {parameters.Add(PatternSql.Translate(operand.Text))}",
            _ => $"{column} collate \"C\" {Order(match.Operation)} {parameters.Add(operand.Text)}",
        };
    }

    /// <summary>An id is compared by value; where order or a pattern asks for it, as its text of 36 lower-case characters.</summary>
    private static string OnAggregateId(MetadataMatch match, SqlParameters parameters)
    {
        switch (match.Operation)
        {
            case MetadataOperator.Equal or MetadataOperator.In:
                return $"aggregate_id = any({parameters.Add(Ids(match))})";
            case MetadataOperator.NotEqual or MetadataOperator.NotIn:
                return $"(aggregate_id is not null and aggregate_id <> all({parameters.Add(Ids(match))}))";
            default:
                return OnText("aggregate_id::text", match, parameters);
        }
    }

    private static Guid[] Ids(MetadataMatch match) =>
        [.. from operand in match.Operands
            where operand.Kind == MatchOperandKind.Text
            let id = Guid.TryParseExact(operand.Text, "D", out Guid parsed) ? parsed : (Guid?)null
            where id is not null && id.Value.ToString("D") == operand.Text
            select id.Value];

    private static string OnNumber(string column, MetadataMatch match, SqlParameters parameters)
    {
        if (match.Operation is MetadataOperator.In or MetadataOperator.NotIn)
        {
            string[] list = [.. match.Operands.Where(operand => operand.Kind == MatchOperandKind.Number && CanBeStored(operand)).Select(operand => operand.Text)];
            return match.Operation == MetadataOperator.In
                ? $"{column}::numeric = any({parameters.Add(list)}::numeric[])"
                : $"({column} is not null and {column}::numeric <> all({parameters.Add(list)}::numeric[]))";
        }

        MatchOperand operand = match.Operands[0];
        return match.Operation switch
        {
            MetadataOperator.NotEqual when operand.Kind != MatchOperandKind.Number || !CanBeStored(operand) => $"{column} is not null",
            _ when operand.Kind != MatchOperandKind.Number || match.Operation == MetadataOperator.Regex => Never,
            MetadataOperator.Equal when !CanBeStored(operand) => Never,
            _ when !CanBeStored(operand) => $"to_jsonb({column}) {OrderBeyond(match.Operation, operand.Text)}",

            // As a number of the column's own type it can use the column's index.
            _ when long.TryParse(operand.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => $"{column} {Order(match.Operation)} {parameters.Add(whole)}",
            _ => $"{column}::numeric {Order(match.Operation)} {parameters.AddNumber(operand.Text)}",
        };
    }

    private static string OnEventId(MetadataMatch match, SqlParameters parameters)
    {
        Guid[] list = [.. match.Operands.Select(operand => operand.EventId)];
        return match.Operation is MetadataOperator.Equal or MetadataOperator.In
            ? $"event_id = any({parameters.Add(list)})"
            : $"event_id <> all({parameters.Add(list)})";
    }

    private static string OnCreatedAt(MetadataMatch match, SqlParameters parameters)
    {
        DateTimeOffset[] list = [.. match.Operands.Select(operand => operand.Time)];
        return match.Operation switch
        {
            MetadataOperator.In => $"created_at = any({parameters.Add(list)})",
            MetadataOperator.NotIn => $"created_at <> all({parameters.Add(list)})",
            _ => $"created_at {Order(match.Operation)} {parameters.Add(list[0])}",
        };
    }

    private static string Order(MetadataOperator operation) => operation switch
    {
        MetadataOperator.Equal => "=",
        MetadataOperator.NotEqual => "<>",
        MetadataOperator.GreaterThan => ">",
        MetadataOperator.GreaterThanOrEqual => ">=",
        MetadataOperator.LowerThan => "<",
        MetadataOperator.LowerThanOrEqual => "<=",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "This operator compares no two values."),
    };

    /// <summary>Whether an operand is no number, or one that a row can hold: no stored number equals any other.</summary>
    private static bool CanBeStored(MatchOperand operand) => operand.Kind != MatchOperandKind.Number || NumericRange.Holds(operand.Text);

    /// <summary>
    /// The comparison of a stored number with one that is beyond all of them, or so near to 0 that none lies between.
    /// </summary>
    private static string OrderBeyond(MetadataOperator operation, string number)
    {
        bool greater = operation is MetadataOperator.GreaterThan or MetadataOperator.GreaterThanOrEqual;
        bool negative = number.StartsWith('-');
        return NumericRange.IsTooLarge(number)
            ? greater == negative ? "is not null" : "= 'null'::jsonb"
            : (greater, negative) switch
            {
                (true, false) => "> '0'::jsonb",
                (true, true) => ">= '0'::jsonb",
                (false, false) => "<= '0'::jsonb",
                (false, true) => "< '0'::jsonb",
            };
    }

    private static string Json(MatchOperand operand) => operand.Kind switch
    {
        MatchOperandKind.Text => $"\"{JsonEncodedText.Encode(operand.Text)}\"",
        MatchOperandKind.Boolean => operand.Boolean ? "true" : "false",
        _ => operand.Text,
    };
}
