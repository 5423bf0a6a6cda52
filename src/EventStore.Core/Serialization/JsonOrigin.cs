namespace EventStore;

/// <summary>What a piece of JSON is, which says what has to be looked for in it.</summary>
internal enum JsonOrigin
{
    /// <summary>A payload that only System.Text.Json and generated code have written, or that was stored before.</summary>
    Payload,

    /// <summary>A payload in which a converter, extension data or a piece of any JSON had a say.</summary>
    FreePayload,

    /// <summary>The state of a projection in which they had a say.</summary>
    FreeState,

    /// <summary>Metadata, which are stored as <c>jsonb</c>.</summary>
    Metadata,
}
