using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>Reads projections, their parked events and their names, and looks whether anything has happened.</summary>
internal sealed class ProjectionReader(PostgresConnections connections, HeadReader head)
{
    private readonly StoreSchema _schema = connections.Schema;
    private readonly ProjectionStatements _statements = new(connections);
    private readonly NameReader _names = new(connections, connections.Schema.Projections);

    public Task<IReadOnlyList<string>> FetchNamesAsync(NameQuery query, CancellationToken cancellationToken) => _names.FetchAsync(query, cancellationToken);

    public async Task<StoredProjection?> FindAsync(string projectionName, CancellationToken cancellationToken) => await _statements.ReadAsync(
        batch => PostgresSession.Add(batch, $"select {ProjectionRow.Columns(_schema)} from {_schema.Projections} p where p.name = $1").AddName(projectionName),
        async reader => await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? ProjectionRow.Read(reader) : null,
        cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<ParkedEvent>> FetchParkedAsync(string projectionName, CancellationToken cancellationToken) => await _statements.ReadAsync(
        batch => PostgresSession.Add(batch, $"""
            select e.stream_name, e.stream_id, e.position, e.event_id, e.event_name, e.aggregate_id, e.aggregate_type, e.error, e.attempts
            from {_schema.ParkedEvents} e join {_schema.Projections} p on p.id = e.projection_id
            where p.name = $1 order by e.position, e.stream_id
            """).AddName(projectionName),
        reader => ReadParkedAsync(reader, cancellationToken),
        cancellationToken).ConfigureAwait(false);

    public async ValueTask<ProjectionPulse> PollAsync(IReadOnlyList<string> projectionNames, CancellationToken cancellationToken)
    {
        (long position, _, IReadOnlyList<string> requested) = await head.ReadAsync(
            batch => PostgresSession.Add(batch, $"select name from {_schema.Projections} where name = any($1) and (request is not null or resumes)").AddTexts(projectionNames),
            ReadNamesAsync,
            cancellationToken).ConfigureAwait(false);
        return new ProjectionPulse(position, requested);
    }

    private static async ValueTask<IReadOnlyList<string>> ReadNamesAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async ValueTask<IReadOnlyList<ParkedEvent>> ReadParkedAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var events = new List<ParkedEvent>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            events.Add(new ParkedEvent
            {
                StreamName = reader.GetString(0),
                StreamId = reader.GetInt64(1),
                Position = reader.GetInt64(2),
                EventId = reader.GetGuid(3),
                EventName = reader.GetString(4),
                AggregateId = reader.IsDBNull(5) ? Guid.Empty : reader.GetGuid(5),
                AggregateType = reader.IsDBNull(6) ? null : reader.GetString(6),
                Error = reader.IsDBNull(7) ? null : reader.GetString(7),
                Attempts = reader.GetInt32(8),
            });
        }

        return events;
    }
}
