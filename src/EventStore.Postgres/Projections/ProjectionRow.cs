using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>A row of the projections' table: the columns that show it, and what they say.</summary>
internal static class ProjectionRow
{
    /// <summary>Whether somebody holds the lease of the row <c>p</c>, by the database's clock.</summary>
    public const string IsHeld = "(p.lease_token is not null and p.lease_until > clock_timestamp())";

    /// <summary>What was asked of a projection, as the column holds it.</summary>
    private static readonly (ProjectionStatus Status, string Name)[] Requests =
    [
        (ProjectionStatus.Stopping, "stopping"),
        (ProjectionStatus.Resetting, "resetting"),
        (ProjectionStatus.Deleting, "deleting"),
        (ProjectionStatus.DeletingInclEmittedEvents, "deleting incl emitted events"),
    ];

    /// <summary>The columns of the row <c>p</c>. The names of the streams are those of today; deleted ones drop out.</summary>
    public static string Columns(StoreSchema schema)
    {
        string positions = $"from unnest(p.stream_ids, p.stream_positions) with ordinality as u(id, position, n) join {schema.Streams} s on s.id = u.id where u.position > {StoreSchema.SpentPosition} order by u.n";
        return $"""
            p.name, p.request, {IsHeld}, p.revision, p.state, p.sources, p.resumes,
            (select count(*) from {schema.ParkedEvents} e where e.projection_id = p.id),
            array(select s.id {positions}), array(select s.name {positions}), array(select u.position {positions})
            """;
    }

    public static StoredProjection Read(NpgsqlDataReader reader)
    {
        ProjectionStatus? request = ReadRequest(reader, 1);
        long[] ids = reader.GetFieldValue<long[]>(8);
        string[] names = reader.GetFieldValue<string[]>(9);
        long[] positions = reader.GetFieldValue<long[]>(10);
        return new StoredProjection
        {
            Name = reader.GetString(0),
            Status = request ?? (reader.GetBoolean(2) ? ProjectionStatus.Running : ProjectionStatus.Idle),
            Revision = reader.GetInt64(3),
            State = reader.IsDBNull(4) ? (ReadOnlyMemory<byte>?)null : reader.GetFieldValue<byte[]>(4),
            Sources = ProjectionSources.Read(reader.GetFieldValue<byte[]>(5)),
            Resumes = reader.GetBoolean(6),
            ParkedEvents = reader.GetInt64(7),
            Positions = [.. ids.Select((id, i) => new StreamPosition(id, names[i], positions[i]))],
        };
    }

    /// <summary>What was asked, by two columns next to each other: the request, and whether parked events come again.</summary>
    public static ProjectionRequests ReadRequests(NpgsqlDataReader reader, int ordinal) =>
        new(ReadRequest(reader, ordinal) ?? ProjectionStatus.Running, reader.GetBoolean(ordinal + 1));

    public static string NameOf(ProjectionStatus request) => Array.Find(Requests, known => known.Status == request).Name
        ?? throw new ArgumentOutOfRangeException(nameof(request), request, "A projection is asked to stop, to reset or to be deleted.");

    private static ProjectionStatus? ReadRequest(NpgsqlDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
        {
            return null;
        }

        string name = reader.GetString(ordinal);
        (ProjectionStatus Status, string Name) request = Array.Find(Requests, known => known.Name == name);
        return request.Name is null
            ? throw new EventStoreException($"A projection was asked for '{name}', which this version of the library does not know. Use the version of the library that asked it.")
            : request.Status;
    }
}
