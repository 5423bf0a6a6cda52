using System.Text;
using EventStore.Providers;

namespace EventStore;

/// <summary>Looks at projections and steers them, wherever they run.</summary>
internal sealed class ProjectionManager(StoreEngine store) : IProjectionManager
{
    private static readonly TimeSpan LongestLook = TimeSpan.FromMilliseconds(100);

    private IProjectionStore Projections => store.Log.Projections;

    public Task<IReadOnlyList<string>> FetchNamesAsync(string? filter = null, int? limit = null, int offset = 0, CancellationToken cancellationToken = default) =>
        FetchNamesAsync(new NameQuery(false, filter, null, limit, offset), cancellationToken);

    public Task<IReadOnlyList<string>> FetchNamesRegexAsync(string pattern, int? limit = null, int offset = 0, CancellationToken cancellationToken = default)
    {
        TextPattern.Check(pattern);
        return FetchNamesAsync(new NameQuery(false, null, pattern, limit, offset), cancellationToken);
    }

    public async Task<bool> ProjectionExistsAsync(string projectionName, CancellationToken cancellationToken = default)
    {
        Enter(projectionName);
        return await Projections.FindAsync(projectionName, cancellationToken).ConfigureAwait(false) is not null;
    }

    public async Task<ProjectionStatus> FetchStatusAsync(string projectionName, CancellationToken cancellationToken = default) =>
        (await FindAsync(projectionName, cancellationToken).ConfigureAwait(false)).Status;

    public async Task<ProjectionDetails> FetchAsync(string projectionName, CancellationToken cancellationToken = default)
    {
        StoredProjection stored = await FindAsync(projectionName, cancellationToken).ConfigureAwait(false);
        return new ProjectionDetails
        {
            Name = stored.Name,
            Status = stored.Status,
            State = stored.State is { } state ? Encoding.UTF8.GetString(state.Span) : null,
            Positions = stored.Positions.ToDictionary(position => position.StreamName, position => position.Position, StringComparer.Ordinal),
            Checkpoints = stored.Revision,
            ParkedEvents = stored.ParkedEvents,
        };
    }

    public async Task<TState> FetchStateAsync<TState>(string projectionName, CancellationToken cancellationToken = default)
    {
        StoredProjection stored = await FindAsync(projectionName, cancellationToken).ConfigureAwait(false);
        var json = new ProjectionStateJson<TState>(projectionName, ProjectionStateJson<TState>.FindIn);
        json.Resolve(store.Catalog);
        return stored.State is { } state
            ? json.Read(state)
            : throw new ProjectionStateException(projectionName, typeof(TState), "nothing is stored yet. Wait for the first checkpoint.");
    }

    public async Task<IReadOnlyDictionary<string, long>> FetchPositionsAsync(string projectionName, CancellationToken cancellationToken = default) =>
        (await FetchAsync(projectionName, cancellationToken).ConfigureAwait(false)).Positions;

    public async Task<TimeSpan> FetchLagAsync(string projectionName, CancellationToken cancellationToken = default)
    {
        StoredProjection stored = await FindAsync(projectionName, cancellationToken).ConfigureAwait(false);
        Dictionary<long, long> positions = stored.Positions.ToDictionary(position => position.StreamId, position => position.Position);
        HashSet<long> missed = [];
        while (true)
        {
            StoreHead head = await store.Log.ReadHeadAsync(stored.Sources, cancellationToken).ConfigureAwait(false);
            StreamInfo[] streams = [.. head.Streams.Where(stream => stream.CreatedByProjection != projectionName)];
            if (streams.Length == 0)
            {
                return TimeSpan.Zero;
            }

            StreamRange[] ranges = [.. streams.Select(stream => new StreamRange { StreamName = stream.Name, StreamId = stream.Id, From = positions.GetValueOrDefault(stream.Id) + 1 })];
            try
            {
                using EventPage page = await store.Log.ReadAsync(new ReadRequest { Streams = ranges, Limit = 1, Columns = EventColumns.Header }, cancellationToken).ConfigureAwait(false);
                TimeSpan lag = page.Count == 0 ? TimeSpan.Zero : store.TimeProvider.GetUtcNow() - page.Rows[0].CreatedAt;
                return lag > TimeSpan.Zero ? lag : TimeSpan.Zero;
            }
            catch (StreamNotFoundException) when (!missed.SetEquals(streams.Select(stream => stream.Id)))
            {
                // One was deleted since the head was read: the others count, and so does one that was made anew.
                missed = [.. streams.Select(stream => stream.Id)];
            }
        }
    }

    public Task StopAsync(string projectionName, CancellationToken cancellationToken = default) =>
        AskAsync(projectionName, ProjectionStatus.Stopping, cancellationToken);

    public Task ResetAsync(string projectionName, CancellationToken cancellationToken = default) =>
        AskAsync(projectionName, ProjectionStatus.Resetting, cancellationToken);

    public Task DeleteAsync(string projectionName, bool deleteEmittedEvents, CancellationToken cancellationToken = default) =>
        AskAsync(projectionName, deleteEmittedEvents ? ProjectionStatus.DeletingInclEmittedEvents : ProjectionStatus.Deleting, cancellationToken);

    public Task WaitForAsync(string projectionName, string streamName, long position, CancellationToken cancellationToken = default)
    {
        Enter(projectionName);
        StreamNames.Check(streamName);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        return WaitAsync(
            projectionName,
            async stored =>
            {
                if (!stored.Sources.Includes(streamName))
                {
                    throw NotRead(projectionName, streamName);
                }

                if (stored.Positions.Any(known => known.StreamName == streamName && known.Position >= position))
                {
                    return true;
                }

                StreamInfo stream = await FindStreamAsync(streamName, cancellationToken).ConfigureAwait(false) ?? throw new StreamNotFoundException(streamName);
                return stored.Sources.Names.Count == 0 && stream.CreatedByProjection == projectionName ? throw NotRead(projectionName, streamName) : false;
            },
            cancellationToken);
    }

    public Task WaitForAsync(string projectionName, CancellationToken cancellationToken = default)
    {
        Enter(projectionName);
        Dictionary<StreamInfo, long>? last = null;
        return WaitAsync(
            projectionName,
            async stored =>
            {
                last ??= await LastPositionsAsync(stored, cancellationToken).ConfigureAwait(false);
                Dictionary<long, long> positions = stored.Positions.ToDictionary(known => known.StreamId, known => known.Position);
                while (last.FirstOrDefault(stream => positions.GetValueOrDefault(stream.Key.Id) < stream.Value) is { Key: { } stream })
                {
                    if (await FindStreamAsync(stream.Name, cancellationToken).ConfigureAwait(false) is { } found && found.Id == stream.Id)
                    {
                        return false;
                    }

                    // Nobody will come to a position in a stream that is gone.
                    last.Remove(stream);
                }

                return true;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<ParkedEvent>> FetchParkedEventsAsync(string projectionName, CancellationToken cancellationToken = default)
    {
        _ = await FindAsync(projectionName, cancellationToken).ConfigureAwait(false);
        return await Projections.FetchParkedAsync(projectionName, cancellationToken).ConfigureAwait(false);
    }

    public async Task ResumeAsync(string projectionName, CancellationToken cancellationToken = default)
    {
        Enter(projectionName);
        if (!await Projections.RequestResumptionAsync(projectionName, cancellationToken).ConfigureAwait(false))
        {
            throw new ProjectionNotFoundException(projectionName);
        }

        store.Activity.Wake(projectionName);
    }

    public Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work = null, CancellationToken cancellationToken = default)
    {
        Enter(projectionName);
        Enter(replacement);
        return projectionName == replacement
            ? throw new ArgumentException("A projection cannot take its own place. Name the new one, which has caught up beside it.", nameof(replacement))
            : Projections.ReplaceAsync(projectionName, replacement, work, cancellationToken);
    }

    private async Task WaitAsync(string projectionName, Func<StoredProjection, ValueTask<bool>> holds, CancellationToken cancellationToken)
    {
        TimeSpan pause = TimeSpan.FromMilliseconds(5);
        while (true)
        {
            Task signal = store.CheckpointSignal.Next;
            StoredProjection? stored = await Projections.FindAsync(projectionName, cancellationToken).ConfigureAwait(false);

            // A run of this process that has just begun may not have made it yet.
            if (stored is null && !store.Runs(projectionName))
            {
                throw new ProjectionNotFoundException(projectionName);
            }

            if (stored is not null && await holds(stored).ConfigureAwait(false))
            {
                return;
            }

            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, store.Stopping);
            await Task.WhenAny(signal, Task.Delay(pause, store.TimeProvider, ending.Token)).ConfigureAwait(false);
            await ending.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            store.EnsureNotDisposed();
            pause = pause * 2 < LongestLook ? pause * 2 : LongestLook;
        }
    }

    /// <summary>The last committed event of the sources, as a position in each stream that has come to it.</summary>
    private async ValueTask<Dictionary<StreamInfo, long>> LastPositionsAsync(StoredProjection stored, CancellationToken cancellationToken)
    {
        StoreHead head = await store.Log.ReadHeadAsync(stored.Sources, cancellationToken).ConfigureAwait(false);
        var last = new Dictionary<StreamInfo, long>();
        foreach (StreamInfo stream in head.Streams.Where(stream => stream.CreatedByProjection != stored.Name))
        {
            var range = new StreamRange { StreamName = stream.Name, StreamId = stream.Id, From = long.MaxValue };
            var request = new ReadRequest { Streams = [range], Direction = ReadDirection.Backwards, Limit = 1, Columns = EventColumns.None };
            try
            {
                using EventPage page = await store.Log.ReadAsync(request, cancellationToken).ConfigureAwait(false);
                last[stream] = page.Count == 0 ? 0 : page.Rows[0].Position;
            }
            catch (StreamNotFoundException)
            {
                // It was deleted since the head was read, and nobody waits for it.
            }
        }

        return last;
    }

    /// <summary>The stream of a name as it is now; null if there is none.</summary>
    private async ValueTask<StreamInfo?> FindStreamAsync(string streamName, CancellationToken cancellationToken) =>
        (await store.Log.ReadHeadAsync(StreamSelection.OfNames(streamName), cancellationToken).ConfigureAwait(false)).Streams.SingleOrDefault();

    private static ArgumentException NotRead(string projectionName, string streamName) =>
        new($"The projection '{projectionName}' does not read the stream '{streamName}': it would never come to a position there.", nameof(streamName));

    private async Task AskAsync(string projectionName, ProjectionStatus request, CancellationToken cancellationToken)
    {
        Enter(projectionName);
        if (!await Projections.RequestAsync(projectionName, request, onlyIfRunning: false, cancellationToken).ConfigureAwait(false))
        {
            throw new ProjectionNotFoundException(projectionName);
        }

        store.Activity.Wake(projectionName);
    }

    private async Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit ?? 1, 1, "limit");
        ArgumentOutOfRangeException.ThrowIfNegative(query.Offset, "offset");
        store.EnsureNotDisposed();
        return await Projections.FetchNamesAsync(query, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<StoredProjection> FindAsync(string projectionName, CancellationToken cancellationToken)
    {
        Enter(projectionName);
        return await Projections.FindAsync(projectionName, cancellationToken).ConfigureAwait(false) ?? throw new ProjectionNotFoundException(projectionName);
    }

    private void Enter(string projectionName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(projectionName);
        store.EnsureNotDisposed();
    }
}
