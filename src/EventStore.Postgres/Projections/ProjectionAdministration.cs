using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>Asks things of projections, and resets, deletes and replaces them.</summary>
internal sealed class ProjectionAdministration(PostgresConnections connections)
{
    private readonly StoreSchema _schema = connections.Schema;
    private readonly ProjectionStatements _statements = new(connections);

    public async Task<bool> RequestAsync(string projectionName, ProjectionStatus request, bool onlyIfRunning, CancellationToken cancellationToken)
    {
        string name = ProjectionRow.NameOf(request);
        string[] deletions = [ProjectionRow.NameOf(ProjectionStatus.Deleting), ProjectionRow.NameOf(ProjectionStatus.DeletingInclEmittedEvents)];
        return await _statements.WriteAsync(
            batch =>
            {
                NpgsqlBatchCommand command = PostgresSession.Add(batch, $"""
                    update {_schema.Projections} p
                    set request = case when (not $3 or {ProjectionRow.IsHeld}) and ($2 = any($4) or p.request is null or p.request <> all($4)) then $2 else p.request end
                    where p.name = $1 returning 1
                    """);
                command.AddName(projectionName);
                command.AddText(name);
                command.AddFlag(onlyIfRunning);
                command.AddTexts(deletions);
            },
            reader => new ValueTask<bool>(reader.ReadAsync(cancellationToken)),
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> RequestResumptionAsync(string projectionName, CancellationToken cancellationToken) => await _statements.WriteAsync(
        batch => PostgresSession.Add(batch, $"update {_schema.Projections} set resumes = true where name = $1 returning 1").AddName(projectionName),
        reader => new ValueTask<bool>(reader.ReadAsync(cancellationToken)),
        cancellationToken).ConfigureAwait(false);

    public async Task<long> ResetAsync(ProjectionLease lease, CheckpointWork? work, CancellationToken cancellationToken)
    {
        ProjectionTransaction transaction = await ProjectionTransaction.BeginAsync(connections, lease.Duration, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            long revision = await HoldAsync(transaction, lease, AddReset, cancellationToken).ConfigureAwait(false);
            await DeleteEmittedAsync(transaction, lease.ProjectionName, cancellationToken).ConfigureAwait(false);
            await transaction.WorkAsync(work, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return revision;
        }

        void AddReset(NpgsqlBatch batch)
        {
            NpgsqlBatchCommand reset = PostgresSession.Add(batch, $$"""
                update {{_schema.Projections}}
                set state = null, stream_ids = '{}', stream_positions = '{}', resumes = false, revision = revision + 1, request = nullif(request, $3),
                  lease_until = clock_timestamp() + $4, stored_at = clock_timestamp()
                where name = $1 and lease_token = $2 returning revision
                """);
            reset.AddName(lease.ProjectionName);
            reset.AddToken(lease);
            reset.AddText(ProjectionRow.NameOf(ProjectionStatus.Resetting));
            reset.AddDuration(lease);
            NpgsqlBatchCommand parked = PostgresSession.Add(batch, $"delete from {_schema.ParkedEvents} where projection_id = (select id from {_schema.Projections} where name = $1)");
            parked.AddName(lease.ProjectionName);
        }
    }

    public async Task DeleteAsync(ProjectionLease lease, bool deletesEmittedEvents, CheckpointWork? work, CancellationToken cancellationToken)
    {
        ProjectionTransaction transaction = await ProjectionTransaction.BeginAsync(connections, lease.Duration, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await HoldAsync(transaction, lease, AddDeletion, cancellationToken).ConfigureAwait(false);
            if (deletesEmittedEvents)
            {
                await DeleteEmittedAsync(transaction, lease.ProjectionName, cancellationToken).ConfigureAwait(false);
            }

            await transaction.WorkAsync(work, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        void AddDeletion(NpgsqlBatch batch)
        {
            NpgsqlBatchCommand deletion = PostgresSession.Add(batch, $"delete from {_schema.Projections} where name = $1 and lease_token = $2 returning revision");
            deletion.AddName(lease.ProjectionName);
            deletion.AddToken(lease);
        }
    }

    public async Task ExecuteAsync(CheckpointWork work, CancellationToken cancellationToken)
    {
        ProjectionTransaction transaction = await ProjectionTransaction.BeginAsync(connections, lease: null, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await transaction.WorkAsync(work, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task ReplaceAsync(string projectionName, string replacement, CheckpointWork? work, CancellationToken cancellationToken)
    {
        string[] names = [projectionName, replacement];
        ProjectionTransaction transaction = await ProjectionTransaction.BeginAsync(connections, lease: null, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            IReadOnlyDictionary<string, (bool IsHeld, bool HasEmitted)> found = await transaction.ExecuteAsync(
                StoreOperation.Project,
                batch =>
                {
                    // A second statement sees what was committed while the first one waited for the rows.
                    PostgresSession.Add(batch, $"select 1 from {_schema.Projections} where name = any($1) order by name for update").AddTexts(names);
                    PostgresSession.Add(batch, $"""
                        select p.name, {ProjectionRow.IsHeld},
                          exists (select from {_schema.Streams} s where s.name = p.name and s.created_by_projection = p.name)
                        from {_schema.Projections} p where p.name = any($1)
                        """).AddTexts(names);
                },
                async reader =>
                {
                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                    return await ReadFoundAsync(reader, cancellationToken).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            Array.ForEach(names, name => EnsureFree(name, found));
            await transaction.ExecuteAsync(
                StoreOperation.Project,
                batch =>
                {
                    NpgsqlBatchCommand deletion = PostgresSession.Add(batch, $"delete from {_schema.Projections} where name = $1 and name <> $2");
                    deletion.AddName(projectionName);
                    deletion.AddName(replacement);
                    NpgsqlBatchCommand renaming = PostgresSession.Add(batch, $"update {_schema.Projections} set name = $1, request = null where name = $2");
                    renaming.AddName(projectionName);
                    renaming.AddName(replacement);
                },
                cancellationToken).ConfigureAwait(false);
            await transaction.WorkAsync(work, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void EnsureFree(string name, IReadOnlyDictionary<string, (bool IsHeld, bool HasEmitted)> found)
    {
        if (!found.TryGetValue(name, out (bool IsHeld, bool HasEmitted) projection))
        {
            throw new ProjectionNotFoundException(name);
        }

        if (projection.IsHeld)
        {
            throw new ProjectionAlreadyRunningException(name);
        }

        if (projection.HasEmitted)
        {
            throw new InvalidOperationException($"The projection '{name}' has emitted events into the stream of its name, which no other projection can take over. Delete it with its events, and run the new one under its own name.");
        }
    }

    private static async ValueTask<IReadOnlyDictionary<string, (bool IsHeld, bool HasEmitted)>> ReadFoundAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, (bool, bool)>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            found[reader.GetString(0)] = (reader.GetBoolean(1), reader.GetBoolean(2));
        }

        return found;
    }

    /// <summary>Changes the row under the lease, or finds the lease lost.</summary>
    private static async ValueTask<long> HoldAsync(ProjectionTransaction transaction, ProjectionLease lease, Action<NpgsqlBatch> add, CancellationToken cancellationToken)
    {
        long? revision = await transaction.ExecuteAsync(
            StoreOperation.Project,
            add,
            async reader => await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetInt64(0) : (long?)null,
            cancellationToken).ConfigureAwait(false);
        return revision ?? throw new ProjectionLeaseLostException(lease.ProjectionName);
    }

    /// <summary>Deletes the stream of the projection's name, if it was the projection that made it.</summary>
    private async ValueTask DeleteEmittedAsync(ProjectionTransaction transaction, string projectionName, CancellationToken cancellationToken)
    {
        // A role that may not delete streams can reset a projection that has none: look first.
        bool exists = await transaction.ExecuteAsync(
            StoreOperation.ReadProjection,
            batch => PostgresSession.Add(batch, $"select 1 from {_schema.Streams} where name = $1 and created_by_projection = $1").AddName(projectionName),
            reader => new ValueTask<bool>(reader.ReadAsync(cancellationToken)),
            cancellationToken).ConfigureAwait(false);
        if (!exists)
        {
            return;
        }

        // Meanwhile a user may have put a stream of theirs in its place, whose table has the same name.
        bool isDeleted = await transaction.ExecuteAsync(
            StoreOperation.DeleteStream,
            batch => PostgresSession.Add(batch, $"delete from {_schema.Streams} where name = $1 and created_by_projection = $1 returning 1").AddName(projectionName),
            reader => new ValueTask<bool>(reader.ReadAsync(cancellationToken)),
            cancellationToken).ConfigureAwait(false);
        if (isDeleted)
        {
            await transaction.ExecuteAsync(StoreOperation.DeleteStream, batch => PostgresSession.Add(batch, _schema.TableOf(projectionName).DropSql), cancellationToken).ConfigureAwait(false);
        }
    }
}
