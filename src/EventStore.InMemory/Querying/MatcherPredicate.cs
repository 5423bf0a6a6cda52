using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>A matcher as a condition on rows. Values compare by JSON kind; what is missing or null never hits.</summary>
internal sealed class MatcherPredicate(MetadataMatcher matcher)
{
    private readonly Condition[] _conditions = [.. matcher.Matches.Select(match => new Condition(match))];

    public bool IsMatch(in RecordedEvent row)
    {
        foreach (Condition condition in _conditions)
        {
            if (!condition.IsMatch(row))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Condition
    {
        private readonly MetadataMatch _match;
        private readonly ComparedValue[] _operands;
        private readonly Regex? _pattern;
        private readonly byte[] _field;

        public Condition(MetadataMatch match)
        {
            _match = match;
            _pattern = match.Operation == MetadataOperator.Regex ? TextPattern.Compile(match.Operands[0].Text) : null;
            _operands = [.. match.Operands.Select(ComparedValue.Of)];
            _field = Encoding.UTF8.GetBytes(match.Field);
        }

        public bool IsMatch(in RecordedEvent row) => ValueIn(row) is { } value && _match.Operation switch
        {
            MetadataOperator.Equal => value.Equals(_operands[0]),
            MetadataOperator.NotEqual => !value.Equals(_operands[0]),
            MetadataOperator.In => Array.Exists(_operands, value.Equals),
            MetadataOperator.NotIn => !Array.Exists(_operands, value.Equals),
            MetadataOperator.GreaterThan => value.CompareWith(_operands[0]) > 0,
            MetadataOperator.GreaterThanOrEqual => value.CompareWith(_operands[0]) >= 0,
            MetadataOperator.LowerThan => value.CompareWith(_operands[0]) < 0,
            MetadataOperator.LowerThanOrEqual => value.CompareWith(_operands[0]) <= 0,
            MetadataOperator.Regex => value.Text is { } text && _pattern!.IsMatch(text),
            _ => false,
        };

        private ComparedValue? ValueIn(in RecordedEvent row) => _match.Target switch
        {
            MatchTarget.EventName => ComparedValue.OfText(Encoding.UTF8.GetString(row.Name.Span)),
            MatchTarget.EventId => ComparedValue.OfEventId(row.EventId),
            MatchTarget.CreatedAt => ComparedValue.OfTime(row.CreatedAt),
            MatchTarget.Position => ComparedValue.OfNumber(row.Position),
            MatchTarget.AggregateId => row.AggregateId == Guid.Empty ? null : ComparedValue.OfText(row.AggregateId.ToString("D")),
            MatchTarget.AggregateType => row.AggregateType is null ? null : ComparedValue.OfText(row.AggregateType),
            MatchTarget.AggregateVersion => row.AggregateVersion == 0 ? null : ComparedValue.OfNumber(row.AggregateVersion),
            _ => ValueInMetadata(row.Metadata.Span),
        };

        private ComparedValue? ValueInMetadata(ReadOnlySpan<byte> metadata)
        {
            var reader = new Utf8JsonReader(metadata);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isField = reader.ValueTextEquals(_field);
                reader.Read();
                if (isField)
                {
                    return ComparedValue.Of(ref reader);
                }

                reader.Skip();
            }

            return null;
        }
    }
}
