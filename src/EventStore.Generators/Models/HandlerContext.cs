namespace EventStore.Generators.Models;

/// <summary>What a handler asks for beside the event.</summary>
internal enum HandlerContext
{
    None,
    Metadata,
    DomainEvent,
}
