using EventStore.Conformance;
using EventStore.Conformance.Aggregates;
using EventStore.Conformance.Events;
using EventStore.Conformance.Middleware;
using EventStore.Conformance.Projections;
using EventStore.Conformance.Querying;
using EventStore.Conformance.Serialization;
using EventStore.Conformance.Streams;
using Npgsql;

namespace EventStore.Postgres.Tests;

public sealed class Installation() : InstallationContract(new PostgresTestStorage());

public sealed class Streams() : StreamContract(new PostgresTestStorage());

public sealed class StreamNames() : StreamNameContract(new PostgresTestStorage());

public sealed class StreamLists() : StreamListContract(new PostgresTestStorage());

public sealed class Categories() : CategoryContract(new PostgresTestStorage());

public sealed class DomainEvents : DomainEventContract;

public sealed class StoredEvents() : StoredEventContract(new PostgresTestStorage());

public sealed class EventEvolution() : EventEvolutionContract(new PostgresTestStorage());

public sealed class Appends() : AppendContract(new PostgresTestStorage());

public sealed class Conflicts() : ConflictContract(new PostgresTestStorage());

public sealed class AppendUnits() : AppendUnitContract(new PostgresTestStorage());

public sealed class ConcurrentAppends() : ConcurrentAppendContract(new PostgresTestStorage());

public sealed class Concurrency() : ConcurrencyContract(new PostgresTestStorage());

public sealed class Rejections() : RejectionContract(new PostgresTestStorage());

public sealed class FreeJson() : FreeJsonContract(new PostgresTestStorage());

public sealed class Loads() : LoadContract(new PostgresTestStorage());

public sealed class Enumerations() : EnumerationContract(new PostgresTestStorage());

public sealed class Merges() : MergeContract(new PostgresTestStorage());

public sealed class Queries() : QueryContract(new PostgresTestStorage());

public sealed class QueryBuilders() : QueryBuilderContract(new PostgresTestStorage());

public sealed class Limits() : LimitContract(new PostgresTestStorage());

public sealed class Matchers() : MatcherContract(new PostgresTestStorage());

public sealed class PropertyMatchers() : PropertyMatcherContract(new PostgresTestStorage());

public sealed class AppendMiddlewares() : AppendMiddlewareContract(new PostgresTestStorage());

public sealed class LoadedMiddlewares() : LoadedMiddlewareContract(new PostgresTestStorage());

public sealed class Aggregates : AggregateContract;

public sealed class Repositories() : RepositoryContract(new PostgresTestStorage());

public sealed class Histories() : HistoryContract(new PostgresTestStorage());

public sealed class Saves() : SaveContract(new PostgresTestStorage());

public sealed class Projectors() : ProjectorContract(new PostgresTestStorage());

public sealed class States() : StateContract(new PostgresTestStorage());

public sealed class Requests() : ProjectionRequestContract(new PostgresTestStorage());

public sealed class RunRaces() : RunRaceContract(new PostgresTestStorage());

public sealed class Emissions() : EmissionContract(new PostgresTestStorage());

public sealed class Leases() : LeaseContract(new PostgresTestStorage());

public sealed class Followings() : FollowingContract(new PostgresTestStorage());

public sealed class PoisonedEvents() : PoisonContract(new PostgresTestStorage());

public sealed class HandlerTimeouts() : HandlerTimeoutContract(new PostgresTestStorage());

public sealed class Folds() : FoldContract(new PostgresTestStorage());

public sealed class ProjectionManagers() : ProjectionManagerContract(new PostgresTestStorage());

public sealed class ReadModels() : ReadModelContract(new PostgresTestStorage());

/// <summary>A schema of the test's own, on the server that <c>./test</c> starts.</summary>
public sealed class PostgresTestStorage : TestStorage
{
    private readonly string _connectionString;

    public PostgresTestStorage() => _connectionString = $"{TestServer.ConnectionString};Application Name={Schema}";

    /// <summary>The schema, which the connections of its stores bear as their name.</summary>
    public string Schema { get; } = TestServer.NewSchema();

    public override void Use(EventStoreBuilder builder) => builder.UsePostgres(_connectionString, new PostgresOptions { Schema = Schema });

    public override async ValueTask DisposeAsync() => await TestServer.DropAsync(Schema);
}
