using EventStore.Conformance.Domain;

namespace EventStore.Model.Tests.Programs;

/// <summary>What the middlewares of the layered stores do. The referee does the same in its own way.</summary>
internal static class Layers
{
    public const string Refused = "refused";
    public const string Shouted = "shouted";

    public static EventStoreBuilder AddTo(EventStoreBuilder builder) => builder
        .AddMiddleware(DomainEventAction.PreAppend, (e, _) => Says(e, Refused) ? throw new NotSupportedException(Refused) : new(Seen(e)))
        .AddMiddleware(DomainEventAction.Appended, (e, _) => Says(e, Shouted) ? throw new NotSupportedException(Shouted) : new(e))
        .AddMiddleware(DomainEventAction.Loaded, (e, _) => new(Loaded(e)));

    public static bool Says(DomainEvent e, string what) => e.Payload is TextNoted { Value: { } text } && text == what || e.Payload is UsernameChanged { Username: { } name } && name == what;

    public static DomainEvent Seen(DomainEvent e) => e.WithAddedMetadata("seen", true);

    public static DomainEvent Loaded(DomainEvent e) => e.WithAddedMetadata("loaded", 1);
}
