using EventStore.Conformance;
using EventStore.Conformance.Aggregates;
using EventStore.Conformance.Events;
using EventStore.Conformance.Middleware;
using EventStore.Conformance.Projections;
using EventStore.Conformance.Querying;
using EventStore.Conformance.Serialization;
using EventStore.Conformance.Streams;

namespace EventStore.InMemory.Tests;

public sealed class Installation() : InstallationContract(new MemoryTestStorage());

public sealed class Streams() : StreamContract(new MemoryTestStorage());

public sealed class StreamNames() : StreamNameContract(new MemoryTestStorage());

public sealed class StreamLists() : StreamListContract(new MemoryTestStorage());

public sealed class Categories() : CategoryContract(new MemoryTestStorage());

public sealed class DomainEvents : DomainEventContract;

public sealed class StoredEvents() : StoredEventContract(new MemoryTestStorage());

public sealed class EventEvolution() : EventEvolutionContract(new MemoryTestStorage());

public sealed class Appends() : AppendContract(new MemoryTestStorage());

public sealed class Conflicts() : ConflictContract(new MemoryTestStorage());

public sealed class AppendUnits() : AppendUnitContract(new MemoryTestStorage());

public sealed class ConcurrentAppends() : ConcurrentAppendContract(new MemoryTestStorage());

public sealed class Concurrency() : ConcurrencyContract(new MemoryTestStorage());

public sealed class Rejections() : RejectionContract(new MemoryTestStorage());

public sealed class FreeJson() : FreeJsonContract(new MemoryTestStorage());

public sealed class Loads() : LoadContract(new MemoryTestStorage());

public sealed class Enumerations() : EnumerationContract(new MemoryTestStorage());

public sealed class Merges() : MergeContract(new MemoryTestStorage());

public sealed class Queries() : QueryContract(new MemoryTestStorage());

public sealed class QueryBuilders() : QueryBuilderContract(new MemoryTestStorage());

public sealed class Limits() : LimitContract(new MemoryTestStorage());

public sealed class Matchers() : MatcherContract(new MemoryTestStorage());

public sealed class PropertyMatchers() : PropertyMatcherContract(new MemoryTestStorage());

public sealed class AppendMiddlewares() : AppendMiddlewareContract(new MemoryTestStorage());

public sealed class LoadedMiddlewares() : LoadedMiddlewareContract(new MemoryTestStorage());

public sealed class Aggregates : AggregateContract;

public sealed class Repositories() : RepositoryContract(new MemoryTestStorage());

public sealed class Histories() : HistoryContract(new MemoryTestStorage());

public sealed class Saves() : SaveContract(new MemoryTestStorage());

public sealed class MemoryTestStorage : TestStorage
{
    private readonly InMemoryStorage _storage = new();

    public override void Use(EventStoreBuilder builder) => builder.UseInMemory(_storage);

    public override ValueTask DisposeAsync() => default;
}

public sealed class Projectors() : ProjectorContract(new MemoryTestStorage());

public sealed class States() : StateContract(new MemoryTestStorage());

public sealed class Requests() : ProjectionRequestContract(new MemoryTestStorage());

public sealed class RunRaces() : RunRaceContract(new MemoryTestStorage());

public sealed class Emissions() : EmissionContract(new MemoryTestStorage());

public sealed class Leases() : LeaseContract(new MemoryTestStorage());

public sealed class Followings() : FollowingContract(new MemoryTestStorage());

public sealed class PoisonedEvents() : PoisonContract(new MemoryTestStorage());

public sealed class HandlerTimeouts() : HandlerTimeoutContract(new MemoryTestStorage());

public sealed class Folds() : FoldContract(new MemoryTestStorage());

public sealed class ProjectionManagers() : ProjectionManagerContract(new MemoryTestStorage());

public sealed class ReadModels() : ReadModelContract(new MemoryTestStorage());
