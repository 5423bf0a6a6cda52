using EventStore.Providers;

namespace EventStore.InMemory;

/// <summary>The projections in memory. A read model takes no part in a transaction: it is persisted before the checkpoint.</summary>
internal sealed class InMemoryProjectionStore(InMemoryStorage storage, TimeProvider timeProvider, Action ensureReady) : IProjectionStore
{
    public Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            if (!storage.Projections.TryGetValue(lease.ProjectionName, out ProjectionEntry? entry))
            {
                if (sources is null)
                {
                    return Task.FromResult<StoredProjection?>(null);
                }

                storage.Projections.Add(lease.ProjectionName, entry = new ProjectionEntry(lease.ProjectionName));
            }

            DateTimeOffset now = timeProvider.GetUtcNow();
            if (entry.IsHeld(now) && entry.Token != lease.Token)
            {
                throw new ProjectionAlreadyRunningException(lease.ProjectionName);
            }

            (entry.Token, entry.LeaseEnd, entry.Sources) = (lease.Token, now + lease.Duration, sources ?? entry.Sources);
            return Task.FromResult<StoredProjection?>(entry.Show(timeProvider.GetUtcNow(), storage));
        }
    }

    public ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            ProjectionEntry entry = Held(lease);
            entry.LeaseEnd = timeProvider.GetUtcNow() + lease.Duration;
            return new(entry.Requests);
        }
    }

    public ValueTask<IReadOnlySet<string>> RenewIdleAsync(IReadOnlyList<ProjectionLease> leases, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            ProjectionLease[] held = [.. leases.Where(lease => storage.Projections.TryGetValue(lease.ProjectionName, out ProjectionEntry? entry) && entry.Token == lease.Token)];
            Array.ForEach(held, lease => storage.Projections[lease.ProjectionName].LeaseEnd = timeProvider.GetUtcNow() + lease.Duration);
            return new(held.Select(lease => lease.ProjectionName).ToHashSet(StringComparer.Ordinal));
        }
    }

    public async ValueTask<ProjectionCheckpointResult> CheckpointAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        ProjectionLease lease = checkpoint.Lease;
        lock (storage.WriteLock)
        {
            _ = HeldAt(lease, checkpoint.Revision);
        }

        if (checkpoint.Work is { } work)
        {
            await work(MemoryTransaction.Instance, cancellationToken).ConfigureAwait(false);
        }

        lock (storage.WriteLock)
        {
            ProjectionEntry entry = HeldAt(lease, checkpoint.Revision);
            IReadOnlyList<long> positions = ProjectionAppender.Append(storage, entry.Name, checkpoint.Appends);
            foreach (ParkedEvent resumed in checkpoint.Resumed)
            {
                entry.Parked.Remove((resumed.Position, resumed.StreamId));
            }

            foreach (ParkedEvent parked in checkpoint.Parked)
            {
                entry.Parked[(parked.Position, parked.StreamId)] = parked;
            }

            entry.Resumes &= !checkpoint.EndsResumption;
            (entry.State, entry.Positions, entry.Revision) = (checkpoint.State.ToArray(), checkpoint.Positions, entry.Revision + 1);
            entry.LeaseEnd = timeProvider.GetUtcNow() + lease.Duration;
            return new ProjectionCheckpointResult(entry.Requests, positions);
        }
    }

    public Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            if (storage.Projections.TryGetValue(lease.ProjectionName, out ProjectionEntry? entry) && entry.Token == lease.Token)
            {
                entry.Token = null;
                entry.Request = entry.Request == ProjectionStatus.Stopping ? null : entry.Request;
            }
        }

        return Task.CompletedTask;
    }

    public async Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken)
    {
        await PrepareAsync(lease, work, cancellationToken).ConfigureAwait(false);
        lock (storage.WriteLock)
        {
            ProjectionEntry entry = Held(lease);
            entry.Forget();
            entry.Request = entry.Request == ProjectionStatus.Resetting ? null : entry.Request;
            entry.LeaseEnd = timeProvider.GetUtcNow() + lease.Duration;
            DeleteEmitted(entry.Name);
            return entry.Revision;
        }
    }

    public async Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken)
    {
        await PrepareAsync(lease, work, cancellationToken).ConfigureAwait(false);
        lock (storage.WriteLock)
        {
            ProjectionEntry entry = Held(lease);
            storage.Projections.Remove(entry.Name);
            if (deletesEmittedEvents)
            {
                DeleteEmitted(entry.Name);
            }
        }
    }

    public Task<bool> RequestAsync(string projectionName, ProjectionStatus request, bool onlyIfRunning, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            if (!storage.Projections.TryGetValue(projectionName, out ProjectionEntry? entry))
            {
                return Task.FromResult(false);
            }

            bool isDeletion = request is ProjectionStatus.Deleting or ProjectionStatus.DeletingInclEmittedEvents;
            bool waitsForDeletion = entry.Request is ProjectionStatus.Deleting or ProjectionStatus.DeletingInclEmittedEvents;
            if ((!onlyIfRunning || entry.IsHeld(timeProvider.GetUtcNow())) && (isDeletion || !waitsForDeletion))
            {
                entry.Request = request;
            }

            return Task.FromResult(true);
        }
    }

    public Task<bool> RequestResumptionAsync(string projectionName, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            bool exists = storage.Projections.TryGetValue(projectionName, out ProjectionEntry? entry);
            if (exists)
            {
                entry!.Resumes = true;
            }

            return Task.FromResult(exists);
        }
    }

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            return Task.FromResult(NameLists.Select(storage.Projections.Keys, query));
        }
    }

    public Task<StoredProjection?> FindAsync(string projectionName, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            return Task.FromResult(storage.Projections.TryGetValue(projectionName, out ProjectionEntry? entry) ? entry.Show(timeProvider.GetUtcNow(), storage) : null);
        }
    }

    public Task<IReadOnlyList<ParkedEvent>> FetchParkedAsync(string projectionName, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            IReadOnlyList<ParkedEvent> parked = storage.Projections.TryGetValue(projectionName, out ProjectionEntry? entry) ? [.. entry.Parked.Values] : [];
            return Task.FromResult(parked);
        }
    }

    public ValueTask<ProjectionPulse> PollAsync(IReadOnlyList<string> projectionNames, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            IReadOnlyList<string> requested =
                [.. projectionNames.Where(name => storage.Projections.TryGetValue(name, out ProjectionEntry? entry) && (entry.Request is not null || entry.Resumes))];
            return new(new ProjectionPulse(storage.LastPosition, requested));
        }
    }

    public Task ListenAsync(Action wake, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        await work(MemoryTransaction.Instance, cancellationToken).ConfigureAwait(false);
    }

    public async Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            _ = Free(projectionName);
            _ = Free(replacement);
        }

        if (work is not null)
        {
            await work(MemoryTransaction.Instance, cancellationToken).ConfigureAwait(false);
        }

        lock (storage.WriteLock)
        {
            ProjectionEntry gone = Free(projectionName);
            ProjectionEntry entry = Free(replacement);
            storage.Projections.Remove(entry.Name);
            storage.Projections[gone.Name] = entry.Named(gone.Name);
        }
    }

    public bool IsTransient(Exception exception) => false;

    private async ValueTask PrepareAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        lock (storage.WriteLock)
        {
            _ = Held(lease);
        }

        if (work is not null)
        {
            await work(MemoryTransaction.Instance, cancellationToken).ConfigureAwait(false);
        }
    }

    private ProjectionEntry Held(ProjectionLease lease) =>
        storage.Projections.TryGetValue(lease.ProjectionName, out ProjectionEntry? entry) && entry.Token == lease.Token
            ? entry
            : throw new ProjectionLeaseLostException(lease.ProjectionName);

    private ProjectionEntry HeldAt(ProjectionLease lease, long revision)
    {
        ProjectionEntry entry = Held(lease);
        return entry.Revision == revision
            ? entry
            : throw new CheckpointAheadOfStoreException(entry.Name, $"its run knows revision {revision}, the store has {entry.Revision}.");
    }

    private ProjectionEntry Free(string projectionName)
    {
        if (!storage.Projections.TryGetValue(projectionName, out ProjectionEntry? entry))
        {
            throw new ProjectionNotFoundException(projectionName);
        }

        if (entry.IsHeld(timeProvider.GetUtcNow()))
        {
            throw new ProjectionAlreadyRunningException(projectionName);
        }

        return storage.Streams.TryGetValue(projectionName, out StoredStream? stream) && stream.Info.CreatedByProjection == projectionName
            ? throw new InvalidOperationException($"The projection '{projectionName}' has emitted events into the stream of its name, which no other projection can take over. Delete it with its events, and run the new one under its own name.")
            : entry;
    }

    private void DeleteEmitted(string projectionName)
    {
        if (storage.Streams.TryGetValue(projectionName, out StoredStream? stream) && stream.Info.CreatedByProjection == projectionName)
        {
            storage.Streams.TryRemove(projectionName, out _);
        }
    }

    private void Enter(CancellationToken cancellationToken)
    {
        ensureReady();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
