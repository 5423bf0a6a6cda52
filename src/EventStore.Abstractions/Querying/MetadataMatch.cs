using EventStore.Providers;

namespace EventStore;

/// <summary>One condition of a <see cref="MetadataMatcher"/>. Immutable; made by <see cref="Match"/>.</summary>
public sealed record MetadataMatch
{
    /// <summary>Makes a condition.</summary>
    /// <param name="field">The metadata entry or the property. It is a name and nothing else: <c>a.b</c> is no path.</param>
    /// <param name="operation">How to compare.</param>
    /// <param name="value">A text, a number, a boolean, a Guid or a time; for <c>In</c> and <c>NotIn</c> a list of these.</param>
    /// <param name="fieldType">Whether <paramref name="field"/> is an entry of the metadata or a property of the event.</param>
    /// <exception cref="ArgumentException">The field is empty or unknown, or its values and the operator do not go together.</exception>
    public MetadataMatch(string field, MetadataOperator operation, object value, FieldType fieldType = FieldType.Metadata)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        Field = field;
        Operation = operation;
        FieldType = fieldType;
        Value = value;
        Target = MatchOperandParser.TargetOf(field, fieldType);
        Operands = MatchOperandParser.Parse(Target, operation, value);
    }

    /// <summary>The metadata entry or the property.</summary>
    public string Field { get; }

    /// <summary>How to compare.</summary>
    public MetadataOperator Operation { get; }

    /// <summary>What to compare with, as it was given.</summary>
    public object Value { get; }

    /// <summary>Whether <see cref="Field"/> is an entry of the metadata or a property of the event.</summary>
    public FieldType FieldType { get; }

    /// <summary>What is compared, for providers.</summary>
    public MatchTarget Target { get; }

    /// <summary>What to compare with, for providers: one operand, or any number of them for <c>In</c> and <c>NotIn</c>.</summary>
    public IReadOnlyList<MatchOperand> Operands { get; }

    /// <summary>The type whose names are matched, or null: only the store's catalog can name it.</summary>
    internal Type? EventClrType { get; init; }
}
