namespace EventStore;

/// <summary>What a <see cref="MetadataMatch"/> looks at.</summary>
public enum FieldType
{
    /// <summary>An entry of the metadata.</summary>
    Metadata,

    /// <summary>A property of the event itself: its name, id, time or position.</summary>
    MessageProperty,
}
