namespace EventStore;

/// <summary>Makes matchers: which events of a stream to deliver.</summary>
public static class Match
{
    /// <summary>Events with an entry of metadata that compares as said; a missing or null entry never hits.</summary>
    /// <param name="field">The entry's name.</param>
    /// <param name="operation">How to compare.</param>
    /// <param name="value">A text, a number or a boolean; for <c>In</c> and <c>NotIn</c> a list of these.</param>
    /// <exception cref="ArgumentException">The name is empty, or value and operator do not go together.</exception>
    public static MetadataMatcher Metadata(string field, MetadataOperator operation, object value) =>
        MetadataMatcher.Empty.With(new MetadataMatch(field, operation, value));

    /// <summary>Events with an entry of metadata that equals a value.</summary>
    /// <param name="field">The entry's name.</param>
    /// <param name="value">A text, a number or a boolean.</param>
    /// <exception cref="ArgumentException">The name is empty, or the value is of another kind.</exception>
    public static MetadataMatcher Metadata(string field, object value) => Metadata(field, MetadataOperator.Equal, value);

    /// <summary>Events with a property that compares as said.</summary>
    /// <param name="property"><c>event_name</c>, <c>uuid</c>, <c>created_at</c> or <c>position</c>.</param>
    /// <param name="operation">How to compare.</param>
    /// <param name="value">A text, a Guid, a time or a number, as the property asks; for <c>In</c> and <c>NotIn</c> a list of these.</param>
    /// <exception cref="ArgumentException">There is no such property, or value and operator do not go with it.</exception>
    public static MetadataMatcher Property(string property, MetadataOperator operation, object value) =>
        MetadataMatcher.Empty.With(new MetadataMatch(property, operation, value, FieldType.MessageProperty));

    /// <summary>Events of one aggregate.</summary>
    /// <param name="aggregateId">The aggregate's id.</param>
    public static MetadataMatcher AggregateId(Guid aggregateId) => Metadata(EventMetadata.AggregateIdKey, MetadataOperator.Equal, aggregateId);

    /// <summary>Events of aggregates of one type.</summary>
    /// <param name="aggregateType">The type, as in <c>[Aggregate("…")]</c>.</param>
    public static MetadataMatcher AggregateType(string aggregateType) => Metadata(EventMetadata.AggregateTypeKey, MetadataOperator.Equal, aggregateType);

    /// <summary>Events of one type, under its name of today and all its former ones.</summary>
    /// <typeparam name="TEvent">The class, record or struct of the event; the store's catalog has to know it.</typeparam>
    public static MetadataMatcher Event<TEvent>()
        where TEvent : notnull =>
        MetadataMatcher.Empty.With(new MetadataMatch("event_name", MetadataOperator.In, Array.Empty<string>(), FieldType.MessageProperty) { EventClrType = typeof(TEvent) });
}
