using EventStore.LoadTest.Domain;
using JasperFx;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Services;
using Npgsql;

namespace EventStore.PeerComparison.Martens;

/// <summary>How Marten is set up.</summary>
/// <param name="connectionString">With its pool.</param>
/// <param name="fastest">Whether all is set that is documented to make it faster.</param>
internal sealed class MartenConfiguration(string connectionString, bool fastest)
{
    /// <summary>Statements that Npgsql prepares by itself; Marten prepares none.</summary>
    private const int PreparedStatements = 64;

    private readonly HashSet<string> _installed = [];

    public string Name => fastest ? "marten-fastest" : "marten";

    public string Description
    {
        get
        {
            string version = typeof(DocumentStore).Assembly.GetName().Version?.ToString(3) ?? "";
            return fastest
                ? $"Marten {version}: System.Text.Json with generated metadata, `AutoCreate.None`, `Max Auto Prepare={PreparedStatements}` where events are appended, inline snapshots and `CacheAggregatesForWriting` where aggregates are changed, projections in batches of 5,000 with a cache of 2,000 documents and writes deferred in a rebuild (`RebuildFlushThreshold`), `UseListenNotifyForEventAppends` where latency is measured (elsewhere it would cost each append)"
                : $"Marten {version}: what 9.x sets by itself (`AppendMode.QuickWithServerTimestamps`, System.Text.Json, identity map for aggregates)";
        }
    }

    /// <summary>Adds the projections that are rebuilt.</summary>
    public void AddRebuilt(StoreOptions options)
    {
        var turnover = new MartenTurnoverProjection();
        var balances = new MartenBalanceProjection();
        foreach (AsyncOptions asynchronous in fastest ? (AsyncOptions[])[turnover.Options, balances.Options] : [])
        {
            asynchronous.BatchSize = 5_000;
            asynchronous.MaximumHopperSize = 20_000;
            asynchronous.CacheLimitPerTenant = 2_000;
            asynchronous.RebuildFlushThreshold = 10_000;
        }

        options.Projections.Add(turnover, ProjectionLifecycle.Async);
        options.Projections.Add(balances, ProjectionLifecycle.Async);
    }

    /// <summary>Keeps aggregates that are changed at hand, which needs a snapshot of each.</summary>
    public void AddUpdated(StoreOptions options, int accounts)
    {
        if (fastest)
        {
            options.Projections.Snapshot<MartenAccount>(SnapshotLifecycle.Inline);
            options.Events.CacheAggregatesForWriting<MartenAccount>(accounts);
        }
    }

    /// <summary>Adds a projection that follows what is appended.</summary>
    public void AddFollowing(StoreOptions options, MartenArrivals arrivals)
    {
        options.Projections.Add(arrivals, ProjectionLifecycle.Async, "arrivals");
        options.Events.UseListenNotifyForEventAppends = fastest;
    }

    /// <summary>A store in a schema of its own, which is installed.</summary>
    /// <param name="purpose">Names the schema.</param>
    /// <param name="add">Adds projections.</param>
    public async Task<DocumentStore> OpenAsync(string purpose, Action<StoreOptions>? add = null)
    {
        DocumentStore store = Open(purpose, add);
        if (_installed.Add(purpose))
        {
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        }

        return store;
    }

    /// <summary>A store in a schema of its own, which is there.</summary>
    public DocumentStore Open(string purpose, Action<StoreOptions>? add = null) => DocumentStore.For(options =>
    {
        // What reads the history by pages is not prepared: the server would plan it for any range, which halves a rebuild's rate.
        bool prepares = fastest && add != AddRebuilt;
        options.Connection(prepares ? new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = PreparedStatements }.ConnectionString : connectionString);
        options.DatabaseSchemaName = $"{Name.Replace('-', '_')}_{purpose}";

        // Both sides keep four entries of metadata with each event.
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.Events.AddEventTypes([typeof(AccountOpened), typeof(MoneyDeposited), typeof(MoneyWithdrawn), typeof(OwnerRenamed)]);
        if (fastest)
        {
            options.AutoCreateSchemaObjects = AutoCreate.None;
            var serializer = new SystemTextJsonSerializer();
            serializer.UseTypeInfoResolver(MartenJson.Default);
            options.Serializer(serializer);
        }

        options.Projections.AsyncMode = DaemonMode.Solo;
        add?.Invoke(options);
    });
}
