namespace EventStore.Generators.Models;

/// <summary>A <c>When</c> method of a projection or read model.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Event">The event.</param>
/// <param name="Arguments">What it is called with after the event, as expressions.</param>
/// <param name="ReadsContext">Whether that takes more than the token.</param>
/// <param name="ReadsMetadata">Whether metadata could be among that.</param>
/// <param name="Result">What it returns.</param>
internal sealed record ProjectionHandlerModel(string Method, EventName Event, EquatableArray<string> Arguments, bool ReadsContext, bool ReadsMetadata, HandlerResult Result);
