using EventStore.Providers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// The event log in PostgreSQL: a table for each stream, one sequence of positions. Thread-safe, unless it joins a
/// transaction of the caller's.
/// </summary>
internal sealed class PostgresEventLog : IEventLog
{
    private readonly PostgresConnections _connections;
    private readonly PostgresOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ISessionSource _sessions;
    private readonly StreamRegistry _registry;
    private readonly NameReader _names;
    private readonly HeadReader _head;
    private readonly OpenAppendReader _openAppends;
    private readonly PageReader _pages;
    private readonly AggregateReader _aggregates;
    private readonly IUnitAppender _appender;
    private readonly PostgresProjectionStore? _projections;
    private readonly ILogger _logger;
    private readonly Notifications? _notifications;

    public PostgresEventLog(NpgsqlDataSource source, bool ownsSource, PostgresOptions options, TimeProvider timeProvider, ILogger? logger = null)
        : this(new PostgresConnections(source, ownsSource, options), options, timeProvider, logger ?? NullLogger.Instance, joined: null)
    {
    }

    private PostgresEventLog(PostgresConnections connections, PostgresOptions options, TimeProvider timeProvider, ILogger logger, TransactionSessions? joined)
    {
        _logger = logger;
        _notifications = options.Notifications && joined is null ? new Notifications(connections, timeProvider) : null;
        _connections = connections;
        _options = options;
        _timeProvider = timeProvider;
        _sessions = joined is null ? connections : joined;
        _registry = new StreamRegistry(_sessions);
        _names = new NameReader(_sessions);
        _head = new HeadReader(_sessions, new WatermarkWatch(options, timeProvider, logger));
        _openAppends = new OpenAppendReader(_sessions);
        _pages = new PageReader(_sessions, _registry);
        _aggregates = new AggregateReader(_sessions, _registry);
        _appender = joined is null ? CreateAppender() : new JoinedAppender(joined, _registry);
        _projections = joined is null ? new PostgresProjectionStore(connections, _head, timeProvider, _notifications) : null;
    }

    private IUnitAppender CreateAppender()
    {
        var appender = new Appender(_connections, _registry, _timeProvider);
        return _options.GroupCommit ? new GroupingAppender(appender, _connections, _timeProvider) : new OrderedAppender(appender, _connections);
    }

    /// <summary>The same log within a transaction of the caller's.</summary>
    public PostgresEventLog Within(NpgsqlTransaction transaction) =>
        new(_connections, _options, _timeProvider, _logger, new TransactionSessions(_connections, transaction));

    public IProjectionStore Projections => _projections
        ?? throw new InvalidOperationException("Projections do not join a transaction of the caller's: each checkpoint is a transaction of its own. Run them on the store itself.");

    public Task InstallAsync(CancellationToken cancellationToken) => _sessions == _connections
        ? Outages.WatchAsync(new SchemaInstaller(_connections, _options.AppendOnly).InstallAsync(cancellationToken), _sessions, StoreOperation.Install)
        : throw new InvalidOperationException("A store is not installed within a transaction of the caller's. Call InstallAsync on the store itself, once at the start.");

    public Task CreateStreamAsync(string streamName, CancellationToken cancellationToken) =>
        Outages.WatchAsync(_registry.CreateAsync(streamName, cancellationToken), _sessions, StoreOperation.CreateStream);

    public Task DeleteStreamAsync(string streamName, CancellationToken cancellationToken) =>
        Outages.WatchAsync(_registry.DeleteAsync(streamName, cancellationToken), _sessions, StoreOperation.DeleteStream);

    public Task<bool> HasStreamAsync(string streamName, CancellationToken cancellationToken) =>
        Outages.WatchAsync(_registry.ExistsAsync(streamName, cancellationToken), _sessions, StoreOperation.Read);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) =>
        Outages.WatchAsync(_names.FetchAsync(query, cancellationToken), _sessions, StoreOperation.Read);

    public ValueTask<StoreHead> ReadHeadAsync(StreamSelection selection, CancellationToken cancellationToken) => _head.ReadAsync(selection, cancellationToken);

    public Task<IReadOnlyList<OpenAppend>> FetchOpenAppendsAsync(CancellationToken cancellationToken) =>
        Outages.WatchAsync(_openAppends.FetchAsync(cancellationToken), _sessions, StoreOperation.Read);

    public ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => _pages.ReadAsync(request, cancellationToken);

    public ValueTask<EventPage> ReadAggregateAsync(AggregateReadRequest request, CancellationToken cancellationToken) => _aggregates.ReadAsync(request, cancellationToken);

    public async ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken)
    {
        IReadOnlyList<AppendOutcome> outcomes = await _appender.AppendAsync(units, cancellationToken).ConfigureAwait(false);
        _notifications?.Note();
        for (int i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i].Exception is { } exception && Outages.Concerns(_sessions, exception))
            {
                return [.. outcomes.Select(Explain)];
            }
        }

        return outcomes;
    }

    /// <summary>What surfaces here of the driver has written nothing: where that is not certain, the outcome is unknown.</summary>
    private AppendOutcome Explain(AppendOutcome outcome) => outcome.Exception is { } exception && Outages.IsDrivers(exception)
        ? new AppendOutcome(Outages.Explain(exception, _connections.Schema, StoreOperation.Append))
        : outcome;

    public ValueTask DisposeAsync() => _sessions.DisposeAsync();
}
