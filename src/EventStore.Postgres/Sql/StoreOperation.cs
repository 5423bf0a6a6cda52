namespace EventStore.Postgres;

/// <summary>What a refused statement was part of: the server tells what a right lacks on, and not what for.</summary>
internal enum StoreOperation
{
    Read,
    Append,
    CreateStream,
    DeleteStream,
    Install,

    /// <summary>A projection is read.</summary>
    ReadProjection,

    /// <summary>A projection is written: its lease, a checkpoint, a request.</summary>
    Project,
}
