using System.Collections.Concurrent;
using EventStore.Providers;

namespace EventStore;

/// <summary>The one implementation of <see cref="IEventStore"/>: checks arguments and hands over to the parts.</summary>
internal sealed class StoreEngine : IEventStore
{
    private readonly EventAppender _appender;
    private readonly EventLoader _loader;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, string> _runs = new();
    private int _disposed;

    public StoreEngine(IEventLog log, EventCatalog catalog, MiddlewarePipeline pipeline, EventStoreOptions options, bool joinsTransaction = false)
    {
        Log = log;
        JoinsTransaction = joinsTransaction;
        Catalog = catalog;
        Pipeline = pipeline;
        Options = options;
        Reader = new EventReader(catalog);
        _appender = new EventAppender(log, catalog, pipeline, options, joinsTransaction ? null : Signal);
        _loader = new EventLoader(this, Reader, pipeline, options);
        Activity = new ProjectionActivity(this);
        Projections = new ProjectionManager(this);
    }

    public IProjectionManager Projections { get; }

    /// <summary>Wakes projections of this store.</summary>
    internal ProjectionActivity Activity { get; }

    /// <summary>Set by each checkpoint of a projection of this store.</summary>
    internal AppendSignal CheckpointSignal { get; } = new();

    internal bool IsDisposed => _disposed != 0;

    /// <summary>Cancelled when the store is being disposed.</summary>
    internal CancellationToken Stopping => _stopping.Token;

    public EventCatalog Catalog { get; }

    public TimeProvider TimeProvider => Options.TimeProvider;

    internal IEventLog Log { get; }

    /// <summary>Set by each commit of this store; never by what joins a transaction, of whose commit nobody tells.</summary>
    internal AppendSignal Signal { get; } = new();

    /// <summary>Whether appends are part of a transaction of the caller's, who alone commits it and starts it again.</summary>
    internal bool JoinsTransaction { get; }

    internal MiddlewarePipeline Pipeline { get; }

    internal EventStoreOptions Options { get; }

    internal EventReader Reader { get; }

    public Task InstallAsync(CancellationToken cancellationToken = default)
    {
        EnsureNotDisposed();
        return CallAsync(() => Log.InstallAsync(cancellationToken));
    }

    public Task CreateStreamAsync(string streamName, CancellationToken cancellationToken = default)
    {
        StreamNames.CheckNew(streamName);
        EnsureNotDisposed();
        return CallAsync(() => Log.CreateStreamAsync(streamName, cancellationToken));
    }

    public Task DeleteStreamAsync(string streamName, CancellationToken cancellationToken = default)
    {
        StreamNames.Check(streamName);
        EnsureNotDisposed();
        return CallAsync(DeleteAsync);

        async Task DeleteAsync()
        {
            try
            {
                await Log.DeleteStreamAsync(streamName, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                PageAhead.NoteDeletion();
            }
        }
    }

    public Task<bool> HasStreamAsync(string streamName, CancellationToken cancellationToken = default)
    {
        StreamNames.Check(streamName);
        EnsureNotDisposed();
        return CallAsync(() => Log.HasStreamAsync(streamName, cancellationToken));
    }

    public Task<IReadOnlyList<string>> FetchAllStreamNamesAsync(CancellationToken cancellationToken = default) =>
        FetchNamesAsync(new NameQuery(false, null, null, null, 0), cancellationToken);

    public Task<IReadOnlyList<string>> FetchStreamNamesAsync(string? filter = null, int? limit = null, int offset = 0, CancellationToken cancellationToken = default) =>
        FetchNamesAsync(new NameQuery(false, filter, null, limit, offset), cancellationToken);

    public Task<IReadOnlyList<string>> FetchStreamNamesRegexAsync(string pattern, int? limit = null, int offset = 0, CancellationToken cancellationToken = default)
    {
        TextPattern.Check(pattern);
        return FetchNamesAsync(new NameQuery(false, null, pattern, limit, offset), cancellationToken);
    }

    public Task<IReadOnlyList<string>> FetchCategoryNamesAsync(string? filter = null, int? limit = null, int offset = 0, CancellationToken cancellationToken = default) =>
        FetchNamesAsync(new NameQuery(true, filter, null, limit, offset), cancellationToken);

    public Task<IReadOnlyList<string>> FetchCategoryNamesRegexAsync(string pattern, int? limit = null, int offset = 0, CancellationToken cancellationToken = default)
    {
        TextPattern.Check(pattern);
        return FetchNamesAsync(new NameQuery(true, null, pattern, limit, offset), cancellationToken);
    }

    public Task<AppendResult> AppendToAsync(string streamName, IEnumerable<DomainEvent> events, CancellationToken cancellationToken = default)
    {
        StreamNames.Check(streamName);
        ArgumentNullException.ThrowIfNull(events);
        EnsureNotDisposed();
        return cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<AppendResult>(cancellationToken)
            : _appender.AppendAsync(AppendUnit.For(streamName, events), cancellationToken);
    }

    public Task<AppendResult> AppendAsync(AppendUnit unit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(unit);
        EnsureNotDisposed();
        return _appender.AppendAsync(unit, cancellationToken);
    }

    public Task<IReadOnlyList<AppendOutcome>> AppendAsync(IEnumerable<AppendUnit> units, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        EnsureNotDisposed();
        AppendUnit[] all = [.. units];
        return Array.IndexOf(all, null) is >= 0 and var missing
            ? throw new ArgumentException($"The unit at index {missing} is null.", nameof(units))
            : _appender.AppendAsync(all, cancellationToken);
    }

    public IAsyncEnumerable<DomainEvent> LoadAsync(string streamName, long from = 1, long? to = null, long? count = null, MetadataMatcher? matcher = null)
    {
        StreamNames.Check(streamName);
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        CheckCount(count);
        return Load([Range(streamName, from, matcher)], ReadDirection.Forwards, to ?? long.MaxValue, count);
    }

    public IAsyncEnumerable<DomainEvent> LoadBackwardsAsync(string streamName, long? from = null, long? count = null, MetadataMatcher? matcher = null)
    {
        StreamNames.Check(streamName);
        ArgumentOutOfRangeException.ThrowIfLessThan(from ?? 1, 1, nameof(from));
        CheckCount(count);
        return Load([Range(streamName, from ?? long.MaxValue, matcher)], ReadDirection.Backwards, long.MaxValue, count);
    }

    public IAsyncEnumerable<DomainEvent> MergeAndLoadAsync(IEnumerable<LoadStreamParameter> streams, long? count = null)
    {
        ArgumentNullException.ThrowIfNull(streams);
        CheckCount(count);
        LoadStreamParameter[] all = [.. streams];
        if (all.Length == 0 || Array.IndexOf(all, null) >= 0)
        {
            throw new ArgumentException("A merged load names at least one stream, and none of them is null.", nameof(streams));
        }

        if (all.GroupBy(stream => stream.StreamName, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException($"The stream '{twice.Key}' is named twice. Name each stream once.", nameof(streams));
        }

        return Load([.. all.Select(stream => Range(stream.StreamName, stream.From, stream.Matcher))], ReadDirection.Forwards, long.MaxValue, count);
    }

    public Query<TState> Query<TState>() => new(this, null);

    public Query<TState> Query<TState>(Func<TState> init)
    {
        ArgumentNullException.ThrowIfNull(init);
        return new Query<TState>(this, init);
    }

    public Projector<TState> Projector<TState>(string name, ProjectionOptions? options = null) => ProjectionFactory.Create<TState>(this, name, null, options);

    public Projector<TState> Projector<TState>(string name, Func<TState> init, ProjectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(init);
        return ProjectionFactory.Create(this, name, init, options);
    }

    public Projector<TProjection> Projector<TProjection>(ProjectionOptions? options = null)
        where TProjection : class, IProjection<TProjection> => ProjectionFactory.Create<TProjection>(this, options);

    public ReadModelProjector<TReadModel, TState> ReadModelProjector<TReadModel, TState>(string name, TReadModel readModel, Func<TState> init, ProjectionOptions? options = null)
        where TReadModel : class, IReadModel
    {
        ArgumentNullException.ThrowIfNull(init);
        return ProjectionFactory.Create(this, name, readModel, init, options);
    }

    public ReadModelProjector<TReadModel, TReadModel> ReadModelProjector<TReadModel>(string name, TReadModel readModel, ProjectionOptions? options = null)
        where TReadModel : class, IReadModel => ProjectionFactory.Create(this, name, readModel, options);

    public ReadModelProjector<TReadModel, TReadModel> ReadModelProjector<TReadModel>(TReadModel readModel, ProjectionOptions? options = null)
        where TReadModel : class, IReadModel, IReadModelHandlers<TReadModel> => ProjectionFactory.CreateGenerated(this, readModel, options);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        try
        {
            await _stopping.CancelAsync().ConfigureAwait(false);
        }
        finally
        {
            // Also where what a handler has registered on its token throws.
            await Task.WhenAll(_runs.Keys).ConfigureAwait(false);
            await Log.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs a projection, which ends as with a cancelled token when the store is disposed.</summary>
    internal async Task RunAsync(string projectionName, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        // Before the first look at what is disposed: either this sees the disposal, or the disposal sees this and waits.
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _runs.TryAdd(over.Task, projectionName);
        try
        {
            EnsureNotDisposed();
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
            await run(ending.Token).ConfigureAwait(false);
        }
        finally
        {
            _runs.TryRemove(over.Task, out _);
            over.SetResult();
        }
    }

    /// <summary>The same store over a log that joins a transaction of the caller's.</summary>
    internal StoreEngine Within(IEventLog log)
    {
        EnsureNotDisposed();
        return new StoreEngine(log, Catalog, Pipeline, Options, joinsTransaction: true);
    }

    /// <summary>Whether a run of a projection goes on in this store.</summary>
    internal bool Runs(string projectionName) => _runs.Values.Contains(projectionName);

    internal void EnsureNotDisposed() => ObjectDisposedException.ThrowIf(_disposed != 0, typeof(IEventStore));

    /// <summary>Makes what a provider throws at once the failure of the task, as it is with a provider that waits.</summary>
    private static async Task CallAsync(Func<Task> call) => await call().ConfigureAwait(false);

    private static async Task<T> CallAsync<T>(Func<Task<T>> call) => await call().ConfigureAwait(false);

    private static void CheckCount(long? count) => ArgumentOutOfRangeException.ThrowIfLessThan(count ?? 1, 1, nameof(count));

    private Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit ?? 1, 1, "limit");
        ArgumentOutOfRangeException.ThrowIfNegative(query.Offset, "offset");
        EnsureNotDisposed();
        return CallAsync(() => Log.FetchNamesAsync(query, cancellationToken));
    }

    private StreamRange Range(string streamName, long from, MetadataMatcher? matcher) =>
        new() { StreamName = streamName, From = from, Matcher = (matcher ?? MetadataMatcher.Empty).Resolve(Catalog) };

    private IAsyncEnumerable<DomainEvent> Load(IReadOnlyList<StreamRange> streams, ReadDirection direction, long to, long? count)
    {
        EnsureNotDisposed();
        return _loader.LoadAsync(streams, direction, to, count);
    }
}
