using EventStore.Conformance;
using EventStore.Conformance.Aggregates;
using EventStore.Conformance.Events;
using EventStore.Conformance.Middleware;
using EventStore.Conformance.Projections;
using EventStore.Conformance.Querying;
using EventStore.Conformance.Serialization;
using EventStore.Conformance.Streams;

namespace EventStore.Postgres.Tests;

// The conformance suite through PgBouncer in transaction mode, which eng/pgbouncer.sh starts.

public sealed class PooledInstallation() : InstallationContract(new PooledTestStorage());

public sealed class PooledStreams() : StreamContract(new PooledTestStorage());

public sealed class PooledStreamNames() : StreamNameContract(new PooledTestStorage());

public sealed class PooledStreamLists() : StreamListContract(new PooledTestStorage());

public sealed class PooledCategories() : CategoryContract(new PooledTestStorage());

public sealed class PooledStoredEvents() : StoredEventContract(new PooledTestStorage());

public sealed class PooledEventEvolution() : EventEvolutionContract(new PooledTestStorage());

public sealed class PooledAppends() : AppendContract(new PooledTestStorage());

public sealed class PooledConflicts() : ConflictContract(new PooledTestStorage());

public sealed class PooledAppendUnits() : AppendUnitContract(new PooledTestStorage());

public sealed class PooledConcurrentAppends() : ConcurrentAppendContract(new PooledTestStorage());

public sealed class PooledConcurrency() : ConcurrencyContract(new PooledTestStorage());

public sealed class PooledRejections() : RejectionContract(new PooledTestStorage());

public sealed class PooledFreeJson() : FreeJsonContract(new PooledTestStorage());

public sealed class PooledLoads() : LoadContract(new PooledTestStorage());

public sealed class PooledEnumerations() : EnumerationContract(new PooledTestStorage());

public sealed class PooledMerges() : MergeContract(new PooledTestStorage());

public sealed class PooledQueries() : QueryContract(new PooledTestStorage());

public sealed class PooledQueryBuilders() : QueryBuilderContract(new PooledTestStorage());

public sealed class PooledLimits() : LimitContract(new PooledTestStorage());

public sealed class PooledMatchers() : MatcherContract(new PooledTestStorage());

public sealed class PooledPropertyMatchers() : PropertyMatcherContract(new PooledTestStorage());

public sealed class PooledAppendMiddlewares() : AppendMiddlewareContract(new PooledTestStorage());

public sealed class PooledLoadedMiddlewares() : LoadedMiddlewareContract(new PooledTestStorage());

public sealed class PooledRepositories() : RepositoryContract(new PooledTestStorage());

public sealed class PooledHistories() : HistoryContract(new PooledTestStorage());

public sealed class PooledSaves() : SaveContract(new PooledTestStorage());

public sealed class PooledProjectors() : ProjectorContract(new PooledTestStorage());

public sealed class PooledStates() : StateContract(new PooledTestStorage());

public sealed class PooledRequests() : ProjectionRequestContract(new PooledTestStorage());

public sealed class PooledRunRaces() : RunRaceContract(new PooledTestStorage());

public sealed class PooledEmissions() : EmissionContract(new PooledTestStorage());

public sealed class PooledLeases() : LeaseContract(new PooledTestStorage());

public sealed class PooledFollowings() : FollowingContract(new PooledTestStorage());

public sealed class PooledPoisonedEvents() : PoisonContract(new PooledTestStorage());

public sealed class PooledHandlerTimeouts() : HandlerTimeoutContract(new PooledTestStorage());

public sealed class PooledFolds() : FoldContract(new PooledTestStorage());

public sealed class PooledProjectionManagers() : ProjectionManagerContract(new PooledTestStorage());

public sealed class PooledReadModels() : ReadModelContract(new PooledTestStorage());

/// <summary>A schema of the test's own, behind a pooler that gives each transaction whichever connection is free.</summary>
public sealed class PooledTestStorage : TestStorage
{
    private readonly PostgresTestStorage _direct = new();

    public string Schema => _direct.Schema;

    public override void Use(EventStoreBuilder builder) =>
        builder.UsePostgres($"{TestServer.PoolerConnectionString};Application Name={Schema}", new PostgresOptions { Schema = Schema });

    public override ValueTask DisposeAsync() => _direct.DisposeAsync();
}
