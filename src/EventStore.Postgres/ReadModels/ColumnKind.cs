namespace EventStore.Postgres;

/// <summary>Types whose values can travel as an array, one for each row.</summary>
internal enum ColumnKind
{
    /// <summary>Null, of which no type follows.</summary>
    None,

    Boolean,
    Int16,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    String,
    Guid,
    Date,
    Time,
    Interval,

    /// <summary>A moment.</summary>
    Moment,

    /// <summary>A date and time that is no moment.</summary>
    LocalTime,

    Bytes,

    /// <summary>Anything else. It travels alone.</summary>
    Other,
}
