using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>The event log in PostgreSQL: a table for each stream, one sequence of positions. Thread-safe.</summary>
internal sealed class PostgresEventLog : IEventLog
{
    private readonly PostgresConnections _connections;
    private readonly SchemaInstaller _installer;
    private readonly StreamRegistry _registry;
    private readonly NameReader _names;
    private readonly HeadReader _head;
    private readonly PageReader _pages;
    private readonly AggregateReader _aggregates;
    private readonly Appender _appender;

    public PostgresEventLog(NpgsqlDataSource source, bool ownsSource, PostgresOptions options, TimeProvider timeProvider)
    {
        _connections = new PostgresConnections(source, ownsSource, options);
        _installer = new SchemaInstaller(_connections);
        _registry = new StreamRegistry(_connections);
        _names = new NameReader(_connections);
        _head = new HeadReader(_connections);
        _pages = new PageReader(_connections, _registry);
        _aggregates = new AggregateReader(_connections, _registry);
        _appender = new Appender(_connections, _registry, timeProvider);
    }

    public Task InstallAsync(CancellationToken cancellationToken) => _installer.InstallAsync(cancellationToken);

    public Task CreateStreamAsync(string streamName, CancellationToken cancellationToken) => _registry.CreateAsync(streamName, cancellationToken);

    public Task DeleteStreamAsync(string streamName, CancellationToken cancellationToken) => _registry.DeleteAsync(streamName, cancellationToken);

    public Task<bool> HasStreamAsync(string streamName, CancellationToken cancellationToken) => _registry.ExistsAsync(streamName, cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => _names.FetchAsync(query, cancellationToken);

    public ValueTask<StoreHead> ReadHeadAsync(StreamSelection selection, CancellationToken cancellationToken) => _head.ReadAsync(selection, cancellationToken);

    public ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => _pages.ReadAsync(request, cancellationToken);

    public ValueTask<EventPage> ReadAggregateAsync(AggregateReadRequest request, CancellationToken cancellationToken) => _aggregates.ReadAsync(request, cancellationToken);

    public ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken) => _appender.AppendAsync(units, cancellationToken);

    public ValueTask DisposeAsync() => _connections.DisposeAsync();
}
