namespace EventStore.Generators.Models;

/// <summary>A <c>When</c> method.</summary>
internal sealed record HandlerModel(string Method, EventName Event, HandlerContext Context)
{
    /// <summary>The call of the handler.</summary>
    /// <param name="payload">The event.</param>
    /// <param name="metadata">Where its metadata are, if the handler asks for them.</param>
    /// <param name="domainEvent">Where the whole event is, if the handler asks for it.</param>
    public string Call(string payload, string metadata, string domainEvent) => Context switch
    {
        HandlerContext.Metadata => $"{Method}({payload}, {metadata})",
        HandlerContext.DomainEvent => $"{Method}({payload}, {domainEvent})",
        _ => $"{Method}({payload})",
    };
}
