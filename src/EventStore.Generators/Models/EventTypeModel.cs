namespace EventStore.Generators.Models;

/// <summary>An event as the class with the <c>EventType</c>s of an assembly names it.</summary>
/// <param name="Name">Its names.</param>
/// <param name="Reader">What the method that reads it is named after, or empty if only metadata can read it.</param>
/// <param name="Context">The context of the user's that writes and reads it, or empty.</param>
internal sealed record EventTypeModel(EventName Name, string Reader, string Context)
{
    public static EventTypeModel Of(EventModel @event) =>
        new(@event.Name, JsonOf(@event) is { Object.IsDirect: true } json ? json.Id : "", @event.Context);

    private static JsonTypeModel? JsonOf(EventModel @event) => @event.Json.FirstOrDefault(json => json.Type == @event.Name.Type);
}
