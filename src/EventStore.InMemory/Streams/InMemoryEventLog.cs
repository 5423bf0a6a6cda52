using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>The event log in memory: writers take turns, readers never wait.</summary>
internal sealed class InMemoryEventLog : IEventLog
{
    private readonly InMemoryStorage _storage;
    private volatile bool _disposed;

    public InMemoryEventLog(InMemoryStorage storage, TimeProvider timeProvider)
    {
        _storage = storage;
        Projections = new InMemoryProjectionStore(storage, timeProvider, () => EnsureReady(CancellationToken.None));
    }

    public IProjectionStore Projections { get; }

    public Task InstallAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        _storage.IsInstalled = true;
        return Task.CompletedTask;
    }

    public Task CreateStreamAsync(string streamName, CancellationToken cancellationToken)
    {
        EnsureReady(cancellationToken);
        lock (_storage.WriteLock)
        {
            if (!_storage.Streams.TryAdd(streamName, new StoredStream(_storage.StreamId + 1, streamName)))
            {
                throw new StreamAlreadyExistsException(streamName);
            }

            _storage.StreamId++;
        }

        return Task.CompletedTask;
    }

    public Task DeleteStreamAsync(string streamName, CancellationToken cancellationToken)
    {
        EnsureReady(cancellationToken);
        lock (_storage.WriteLock)
        {
            return _storage.Streams.TryRemove(streamName, out _) ? Task.CompletedTask : throw new StreamNotFoundException(streamName);
        }
    }

    public Task<bool> HasStreamAsync(string streamName, CancellationToken cancellationToken)
    {
        EnsureReady(cancellationToken);
        return Task.FromResult(_storage.Streams.ContainsKey(streamName));
    }

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken)
    {
        EnsureReady(cancellationToken);
        IEnumerable<string> names = _storage.Streams.Keys;
        if (query.Categories)
        {
            names = names.Select(StreamNames.CategoryOf).OfType<string>().Distinct(StringComparer.Ordinal);
        }

        return Task.FromResult(NameLists.Select(names, query));
    }

    public ValueTask<StoreHead> ReadHeadAsync(StreamSelection selection, CancellationToken cancellationToken)
    {
        EnsureReady(cancellationToken);
        long position = _storage.LastPosition;
        IEnumerable<StoredStream> streams =
            selection.IsAll ? _storage.Streams.Values.Where(stream => !StreamNames.IsInternal(stream.Name))
            : selection.Categories.Count > 0 ? _storage.Streams.Values.Where(stream => StreamNames.CategoryOf(stream.Name) is { } category && selection.Categories.Contains(category))
            : selection.Names.Select(name => _storage.Streams.GetValueOrDefault(name)).OfType<StoredStream>();
        return new(new StoreHead(position, [.. streams.Select(stream => stream.Info)]));
    }

    public ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        EnsureReady(cancellationToken);
        long last = _storage.LastPosition;
        var page = new EventPage(Math.Min(request.Limit, 1024)) { LastPosition = request.ReadsLastPosition ? last : 0 };
        try
        {
            StoredStream[] streams = [.. request.Streams.Select(range => Find(range.StreamName, range.StreamId))];
            page.StreamIds = [.. streams.Select(stream => stream.Id)];
            PageReader.Read(page, request with { To = Math.Min(request.To, last) }, streams);
            return new(page);
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    public ValueTask<EventPage> ReadAggregateAsync(AggregateReadRequest request, CancellationToken cancellationToken)
    {
        EnsureReady(cancellationToken);
        long last = _storage.LastPosition;
        StoredStream stream = Find(request.StreamName, request.StreamId);
        var page = new EventPage(64) { StreamIds = [stream.Id], IsLast = true };
        if (stream.FindAggregate(request.AggregateType, request.AggregateId) is not { } aggregate)
        {
            return new(page);
        }

        ReadOnlySpan<AggregateIndex.Entry> entries = aggregate.Entries;
        ReadOnlySpan<RecordedEvent> rows = stream.Rows;
        for (int i = AggregateIndex.After(entries, request.AfterVersion); i < entries.Length; i++)
        {
            int row = entries[i].Row;
            if (row >= rows.Length || rows[row].Position > last)
            {
                // Too new to be seen; a version behind it may be older than it is.
                continue;
            }

            if (page.Count == request.Limit)
            {
                page.IsLast = false;
                break;
            }

            page.Add(rows[row]);
        }

        return new(page);
    }

    public ValueTask<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<RecordedUnit> units, CancellationToken cancellationToken)
    {
        EnsureReady(cancellationToken);
        var outcomes = new AppendOutcome[units.Count];
        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = UnitAppender.Append(_storage, units[i]);
        }

        return new(outcomes);
    }

    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return default;
    }

    private StoredStream Find(string streamName, long id) =>
        _storage.Streams.TryGetValue(streamName, out StoredStream? stream) && (id == 0 || id == stream.Id)
            ? stream
            : throw new StreamNotFoundException(streamName);

    private void EnsureReady(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        if (!_storage.IsInstalled)
        {
            throw new EventStoreNotInstalledException("in memory");
        }
    }
}
