using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Takes, prolongs and gives back leases: columns of the projection's row, by the database's clock. Nothing of a lease
/// lies in a session, so that a pooler may stand between.
/// </summary>
internal sealed class ProjectionLeases(PostgresConnections connections)
{
    private readonly StoreSchema _schema = connections.Schema;
    private readonly ProjectionStatements _statements = new(connections);

    /// <summary>Whether the lease of the row <c>p</c> is anybody's but the token's.</summary>
    private const string IsOthers = $"({ProjectionRow.IsHeld} and p.lease_token <> $2)";

    public async Task<StoredProjection?> AcquireAsync(ProjectionLease lease, StreamSelection? sources, CancellationToken cancellationToken)
    {
        (StoredProjection? projection, bool exists) = await _statements.WriteAsync(
            batch =>
            {
                AddAcquisition(batch, lease, sources);

                // A statement of its own: the one that waited for the row still sees the streams and parked events of before.
                PostgresSession.Add(batch, $"select {ProjectionRow.Columns(_schema)} from {_schema.Projections} p where p.name = $1").AddName(lease.ProjectionName);
            },
            async reader =>
            {
                bool isAcquired = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                bool isThere = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return (isAcquired ? ProjectionRow.Read(reader) : null, isThere);
            },
            cancellationToken).ConfigureAwait(false);

        return projection is null && (exists || sources is not null) ? throw new ProjectionAlreadyRunningException(lease.ProjectionName) : projection;
    }

    public async ValueTask<ProjectionRequests> RenewAsync(ProjectionLease lease, CancellationToken cancellationToken)
    {
        ProjectionRequests? requests = await _statements.WriteAsync(
            batch =>
            {
                NpgsqlBatchCommand renewal = PostgresSession.Add(batch, $"""
                    update {_schema.Projections} set lease_until = clock_timestamp() + $3
                    where name = $1 and lease_token = $2 returning request, resumes
                    """);
                renewal.AddName(lease.ProjectionName);
                renewal.AddToken(lease);
                renewal.AddDuration(lease);
            },
            async reader => await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? ProjectionRow.ReadRequests(reader, 0) : (ProjectionRequests?)null,
            cancellationToken).ConfigureAwait(false);
        return requests ?? throw new ProjectionLeaseLostException(lease.ProjectionName);
    }

    public async ValueTask<IReadOnlySet<string>> RenewIdleAsync(IReadOnlyList<ProjectionLease> leases, CancellationToken cancellationToken)
    {
        return await _statements.WriteAsync(
            batch =>
            {
                // A row that is being written waits for nobody here, and nobody for it: two who take several rows could wait for each other.
                NpgsqlBatchCommand renewal = PostgresSession.Add(batch, $"""
                    update {_schema.Projections} p set lease_until = clock_timestamp() + held.duration
                    from (
                      select p.id, held.duration
                      from {_schema.Projections} p join unnest($1, $2, $3) as held (name, token, duration) on p.name = held.name and p.lease_token = held.token
                      for update of p skip locked
                    ) held
                    where p.id = held.id returning p.name
                    """);
                renewal.AddTexts(leases.Select(lease => lease.ProjectionName));
                renewal.AddTokens(leases);
                renewal.AddDurations(leases);
            },
            async reader =>
            {
                var renewed = new HashSet<string>(StringComparer.Ordinal);
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    renewed.Add(reader.GetString(0));
                }

                return renewed;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task ReleaseAsync(ProjectionLease lease, CancellationToken cancellationToken) => await _statements.WriteAsync(
        batch =>
        {
            NpgsqlBatchCommand release = PostgresSession.Add(batch, $"""
                update {_schema.Projections} set lease_token = null, lease_until = null, request = nullif(request, $3)
                where name = $1 and lease_token = $2
                """);
            release.AddName(lease.ProjectionName);
            release.AddToken(lease);
            release.AddText(ProjectionRow.NameOf(ProjectionStatus.Stopping));
        },
        _ => new ValueTask<bool>(true),
        cancellationToken).ConfigureAwait(false);

    /// <summary>A lease that is held is seen without waiting for the row, which its owner may be writing.</summary>
    private void AddAcquisition(NpgsqlBatch batch, ProjectionLease lease, StreamSelection? sources)
    {
        NpgsqlBatchCommand command = PostgresSession.Add(batch, sources is null
            ? $"""
                update {_schema.Projections} p set lease_token = $2, lease_until = clock_timestamp() + $3
                where p.name = $1 and not {IsOthers}
                returning 1
                """
            : $"""
                insert into {_schema.Projections} as p (name, lease_token, lease_until, sources)
                select $1, $2, clock_timestamp() + $3, $4
                where not exists (select from {_schema.Projections} p where p.name = $1 and {IsOthers})
                on conflict (name) do update
                set lease_token = excluded.lease_token, lease_until = clock_timestamp() + $3, sources = excluded.sources
                where not {IsOthers}
                returning 1
                """);
        command.AddName(lease.ProjectionName);
        command.AddToken(lease);
        command.AddDuration(lease);
        if (sources is not null)
        {
            command.AddJson(ProjectionSources.Write(sources));
        }
    }
}
