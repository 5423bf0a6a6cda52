using EventStore.Providers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>
/// What stands at the places of a unit's events: for an event of an aggregate its type, id and version, for any other
/// and for links the event's id.
/// </summary>
internal sealed class StoredUnit
{
    private readonly RecordedUnit _unit;
    private readonly Row?[] _rows;

    private StoredUnit(RecordedUnit unit)
    {
        _unit = unit;
        _rows = new Row?[unit.EventCount];
    }

    /// <summary>Whether an event is known by its aggregate's version, and not by its id.</summary>
    public static bool HasVersion(EventRecord record) => record.AggregateId != Guid.Empty && !record.IsLinked;

    /// <summary>Looks each place up. What is read was committed; what is not found may be on its way.</summary>
    public static async ValueTask<StoredUnit> FindAsync(PostgresSession session, StoreSchema schema, RecordedUnit unit, CancellationToken cancellationToken)
    {
        var stored = new StoredUnit(unit);
        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            int first = 0;
            foreach (RecordedPart part in unit.Parts)
            {
                AddTo(batch, schema.TableOf(part.StreamName), part, first);
                first += part.Events.Count;
            }

            NpgsqlDataReader reader = await session.ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                do
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        stored._rows[reader.GetInt32(0)] = new Row(reader.GetInt64(1), reader.GetGuid(2), reader.GetString(3));
                    }
                }
                while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return stored;
    }

    /// <summary>The positions, if all of it stands there; null if not.</summary>
    public long[]? Positions()
    {
        var positions = new List<long>(_rows.Length);
        foreach ((_, EventRecord record, Row? row) in Places())
        {
            if (row is null || row.EventId != record.EventId || row.Name != record.Name)
            {
                return null;
            }

            positions.Add(row.Position);
        }

        return [.. positions];
    }

    /// <summary>What the unit collides with, or null if nothing is in its way any more.</summary>
    public ConcurrencyException? Conflict(Exception cause)
    {
        var known = Places().Where(place => place.Row?.EventId == place.Record.EventId).ToList();
        if (known.Count > 0)
        {
            return ConcurrencyException.IdsKnown(known[0].StreamName, [.. known.Select(place => place.Record.EventId)], cause);
        }

        // The only other row at the place of an event has its version.
        foreach ((string streamName, EventRecord record, Row? row) in Places())
        {
            if (row is not null)
            {
                return ConcurrencyException.VersionTaken(streamName, record.AggregateType!, record.AggregateId, record.AggregateVersion, cause);
            }
        }

        return OwnDuplicate(cause);
    }

    /// <summary>The first place where something else stands, or nothing; null if all of it stands there.</summary>
    public EventStoreException? Mismatch()
    {
        foreach ((string streamName, EventRecord record, Row? row) in Places())
        {
            if (row is null)
            {
                return new EventStoreException($"The server did not store the event {record.EventId} in stream '{streamName}', and it does not stand there: the table of the store's tag has lost its row, or the stream was deleted meanwhile. Run the projection again.");
            }

            if (row.EventId != record.EventId)
            {
                return ConcurrencyException.VersionTaken(streamName, record.AggregateType!, record.AggregateId, record.AggregateVersion);
            }

            if (row.Name != record.Name)
            {
                return ConcurrencyException.IdsKnown(streamName, [record.EventId]);
            }
        }

        return null;
    }

    private ConcurrencyException? OwnDuplicate(Exception cause)
    {
        foreach (RecordedPart part in _unit.Parts)
        {
            var versions = new HashSet<(string?, Guid, long)>();
            var ids = new HashSet<Guid>();
            foreach (EventRecord record in part.Events)
            {
                if (HasVersion(record))
                {
                    if (!versions.Add((record.AggregateType, record.AggregateId, record.AggregateVersion)))
                    {
                        return ConcurrencyException.VersionTaken(part.StreamName, record.AggregateType!, record.AggregateId, record.AggregateVersion, cause);
                    }
                }
                else if (!ids.Add(record.EventId))
                {
                    return ConcurrencyException.IdsKnown(part.StreamName, [record.EventId], cause);
                }
            }
        }

        return null;
    }

    private IEnumerable<(string StreamName, EventRecord Record, Row? Row)> Places()
    {
        int i = 0;
        foreach (RecordedPart part in _unit.Parts)
        {
            foreach (EventRecord record in part.Events)
            {
                yield return (part.StreamName, record, _rows[i++]);
            }
        }
    }

    private static void AddTo(NpgsqlBatch batch, StreamTable table, RecordedPart part, int first)
    {
        var places = part.Events.Select((record, i) => (Record: record, Index: first + i)).ToLookup(place => HasVersion(place.Record));
        if (places[true].ToArray() is { Length: > 0 } versions)
        {
            NpgsqlParameterCollection parameters = PostgresSession.Add(batch, table.FindVersionsSql).Parameters;
            Add(parameters, Array.ConvertAll(versions, place => place.Index), NpgsqlDbType.Integer);
            Add(parameters, Array.ConvertAll(versions, place => place.Record.AggregateType), NpgsqlDbType.Text);
            Add(parameters, Array.ConvertAll(versions, place => place.Record.AggregateId), NpgsqlDbType.Uuid);
            Add(parameters, Array.ConvertAll(versions, place => place.Record.AggregateVersion), NpgsqlDbType.Bigint);
        }

        if (places[false].ToArray() is { Length: > 0 } ids)
        {
            NpgsqlParameterCollection parameters = PostgresSession.Add(batch, table.FindIdsSql).Parameters;
            Add(parameters, Array.ConvertAll(ids, place => place.Index), NpgsqlDbType.Integer);
            Add(parameters, Array.ConvertAll(ids, place => place.Record.EventId), NpgsqlDbType.Uuid);
        }
    }

    private static void Add<T>(NpgsqlParameterCollection parameters, T[] values, NpgsqlDbType type) =>
        parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });

    private sealed record Row(long Position, Guid EventId, string Name);
}
