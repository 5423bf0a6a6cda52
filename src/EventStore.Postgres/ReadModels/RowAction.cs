namespace EventStore.Postgres;

/// <summary>What a statement does with rows of a read model.</summary>
internal enum RowAction
{
    Insert,
    Update,
    Upsert,
    Remove,

    /// <summary>Something of the user's own.</summary>
    Other,
}
