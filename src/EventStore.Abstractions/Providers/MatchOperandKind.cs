namespace EventStore.Providers;

/// <summary>The kind of a <see cref="MatchOperand"/>.</summary>
public enum MatchOperandKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number of any size, as JSON writes it.</summary>
    Number,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>An event's id.</summary>
    EventId,

    /// <summary>An instant, cut to microseconds.</summary>
    Time,
}
