using EventStore.Conformance.Domain;

namespace EventStore.Conformance;

/// <summary>Events for tests.</summary>
internal static class Make
{
    public const string UserType = "user";

    /// <summary>An event without an aggregate.</summary>
    public static DomainEvent Event(object? payload = null, EventMetadata? metadata = null, DateTimeOffset? createdAt = null) =>
        DomainEvent.Create(Users.Catalog, payload ?? new UsernameChanged("Alex"), null, metadata, createdAt);

    /// <summary>Events without an aggregate, numbered from 1 on.</summary>
    public static DomainEvent[] Events(int count) =>
        [.. Enumerable.Range(1, count).Select(number => Event(new NumberNoted(number)))];

    /// <summary>An event of an aggregate.</summary>
    public static DomainEvent Of(Guid aggregateId, long version, object? payload = null, string type = UserType, EventMetadata? metadata = null) =>
        DomainEvent.Create(Users.Catalog, payload ?? new UsernameChanged($"name {version}"), aggregateId, metadata)
            .WithAggregateType(type)
            .WithVersion(version);

    /// <summary>A user's life: created as "Alex", renamed again and again, at the end to "Sascha".</summary>
    public static DomainEvent[] History(Guid aggregateId, int count, int from = 1) =>
        [.. Enumerable.Range(from, count).Select(version => Of(
            aggregateId,
            version,
            version == 1 ? new UserCreated("Alex") : new UsernameChanged(version == from + count - 1 ? "Sascha" : $"name {version}")))];

    /// <summary>A catalog that knows the JSON of <typeparamref name="T"/> under other names: a release of another time.</summary>
    public static EventCatalog CatalogWith<T>(string name, params string[] formerNames) =>
        new([new EventType(name, TypeOf<T>().JsonTypeInfo, formerNames)]);

    public static EventType TypeOf<T>() => Users.Catalog.TryFind(typeof(T), out EventType? type) ? type : throw new InvalidOperationException($"The catalog lacks {typeof(T)}.");
}
