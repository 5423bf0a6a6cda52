namespace EventStore.Generators.Models;

/// <summary>A <c>When</c> method.</summary>
internal sealed record HandlerModel(string Method, EventName Event, HandlerContext Context);
