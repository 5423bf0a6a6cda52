namespace EventStore.Generators.Models;

/// <summary>What follows events.</summary>
internal enum ProjectionKind
{
    /// <summary>A state that is stored with the checkpoint.</summary>
    Projection,

    /// <summary>Handlers that change what lies elsewhere.</summary>
    ReadModel,
}
