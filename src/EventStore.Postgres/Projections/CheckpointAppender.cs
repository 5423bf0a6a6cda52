using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Appends what projections emit and link, within the checkpoint's transaction: missing streams are made, and what is
/// known at its place is passed over. It takes the lock that followers look at, as any append does.
/// </summary>
internal sealed class CheckpointAppender(StoreSchema schema)
{
    /// <summary>Adds the look at who made the streams, if there are any.</summary>
    public void AddLookUp(NpgsqlBatch batch, CheckpointAppends appends)
    {
        if (appends.Parts.Count > 0)
        {
            AddLookUp(batch, appends.Parts.Select(part => part.StreamName));
        }
    }

    /// <summary>Reads what <see cref="AddLookUp(NpgsqlBatch, CheckpointAppends)"/> has seen: the streams, and the projection that made each.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, string?>> ReadMakersAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        return await ReadRowsAsync(reader, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="transaction">The checkpoint's.</param>
    /// <param name="appends">What to append.</param>
    /// <param name="makers">The streams that there are, and the projection that made each.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The position of each event, append after append; 0 for one that was known already.</returns>
    public async ValueTask<IReadOnlyList<long>> AppendAsync(ProjectionTransaction transaction, CheckpointAppends appends, IReadOnlyDictionary<string, string?> makers, CancellationToken cancellationToken)
    {
        if (appends.Parts.Count == 0)
        {
            return [];
        }

        EnsureOwn(appends, makers);
        string[] missing = [.. appends.Parts.Select(part => part.StreamName).Where(name => !makers.ContainsKey(name))];
        if (missing.Length > 0)
        {
            EnsureOwn(appends, await MakeAsync(transaction, appends.ProjectionName, missing, cancellationToken).ConfigureAwait(false));
        }

        int[] statements = new int[appends.Parts.Count];
        IReadOnlyDictionary<string, Queue<long>> positions = await transaction.ExecuteAsync(
            StoreOperation.Project,
            batch =>
            {
                for (int i = 0; i < statements.Length; i++)
                {
                    RecordedPart part = appends.Parts[i];
                    statements[i] = AppendStatement.AddTo(batch, schema.TableOf(part.StreamName).AddSql, part.Events);
                }

                // Once more behind the insertion, from which on nobody can put another stream in its place.
                if (appends.EmittedTo is { } emittedTo)
                {
                    AddLookUp(batch, [emittedTo]);
                }
            },
            async reader =>
            {
                IReadOnlyDictionary<string, Queue<long>> added = await ReadPositionsAsync(reader, appends.Parts, statements, cancellationToken).ConfigureAwait(false);
                if (appends.EmittedTo is not null)
                {
                    EnsureOwn(appends, await ReadRowsAsync(reader, cancellationToken).ConfigureAwait(false));
                }

                return added;
            },
            cancellationToken).ConfigureAwait(false);
        IReadOnlyList<long> inOrder = appends.InOrder(positions);
        if (inOrder.Contains(0))
        {
            await EnsureKnownAsync(transaction, new RecordedUnit(appends.Parts), cancellationToken).ConfigureAwait(false);
        }

        return inOrder;
    }

    /// <summary>Makes streams, unless another one makes them at the same time: then theirs are taken.</summary>
    private async ValueTask<IReadOnlyDictionary<string, string?>> MakeAsync(ProjectionTransaction transaction, string projectionName, string[] names, CancellationToken cancellationToken)
    {
        StreamTable[] tables = Array.ConvertAll(names, schema.TableOf);
        (IReadOnlyDictionary<string, string?> made, bool isProtected, IReadOnlyDictionary<string, string?> makers) = await transaction.ExecuteAsync(
            StoreOperation.CreateStream,
            batch =>
            {
                NpgsqlBatchCommand insertion = PostgresSession.Add(batch, $"""
                    insert into {schema.Streams} (name, table_name, created_by_projection)
                    select u.name, u.table_name, $3 from unnest($1::text[], $2::text[]) with ordinality as u(name, table_name, n) order by u.n
                    on conflict do nothing
                    returning name, created_by_projection
                    """);
                insertion.AddTexts(names);
                insertion.AddTexts(tables.Select(table => table.TableName));
                insertion.AddText(projectionName);
                PostgresSession.Add(batch, $"select append_only from {schema.Store}");
                AddLookUp(batch, names);
            },
            async reader =>
            {
                IReadOnlyDictionary<string, string?> inserted = await ReadRowsAsync(reader, cancellationToken).ConfigureAwait(false);
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                bool isAppendOnly = await reader.ReadAsync(cancellationToken).ConfigureAwait(false) && reader.GetBoolean(0);
                return (inserted, isAppendOnly, await ReadMakersAsync(reader, cancellationToken).ConfigureAwait(false));
            },
            cancellationToken).ConfigureAwait(false);

        StreamTable[] own = Array.FindAll(tables, table => made.ContainsKey(table.StreamName));
        if (own.Length > 0)
        {
            await CreateAsync(transaction, own, isProtected, cancellationToken).ConfigureAwait(false);
        }

        return makers;
    }

    private static async ValueTask CreateAsync(ProjectionTransaction transaction, StreamTable[] tables, bool isProtected, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.ExecuteAsync(
                StoreOperation.CreateStream, batch => Array.ForEach(tables, table => table.AddCreation(batch, isProtected)), cancellationToken).ConfigureAwait(false);
        }
        catch (EventStoreException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.DuplicateTable })
        {
            throw new EventStoreException(
                $"A stream that the projection needs was not made: its table or an index of it exists already and belongs to no stream. It is one of {string.Join(", ", tables.Select(table => $"'{table.StreamName}' ({table.Table})"))}. Rename or remove what is not the store's.",
                exception.InnerException);
        }
    }

    /// <summary>Emitted events lie in a stream that a reset removes: it must not be anybody else's.</summary>
    private static void EnsureOwn(CheckpointAppends appends, IReadOnlyDictionary<string, string?> makers)
    {
        string projection = appends.ProjectionName;
        if (appends.EmittedTo is { } name && makers.TryGetValue(name, out string? maker) && maker != projection)
        {
            throw new InvalidOperationException($"The projection '{projection}' emits events, and the stream of that name was made by somebody else. Give the projection another name, or delete that stream.");
        }
    }

    /// <summary>What was passed over has to be there, with the same ids and names.</summary>
    private async ValueTask EnsureKnownAsync(ProjectionTransaction transaction, RecordedUnit unit, CancellationToken cancellationToken)
    {
        StoredUnit stored;
        try
        {
            stored = await StoredUnit.FindAsync(transaction.Session, schema, unit, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException exception)
        {
            throw ProjectionErrors.Translate(exception, schema, StoreOperation.Project);
        }

        if (stored.Mismatch() is { } conflict)
        {
            throw conflict;
        }
    }

    private void AddLookUp(NpgsqlBatch batch, IEnumerable<string> names) =>
        PostgresSession.Add(batch, $"select name, created_by_projection from {schema.Streams} where name = any($1)").AddTexts(names);

    private static async ValueTask<IReadOnlyDictionary<string, string?>> ReadRowsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var makers = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            makers[reader.GetString(0)] = reader.IsDBNull(1) ? null : reader.GetString(1);
        }

        return makers;
    }

    /// <summary>Reads what was inserted: an event that is not among the rows was known, and of two alike the first one is new.</summary>
    private static async ValueTask<IReadOnlyDictionary<string, Queue<long>>> ReadPositionsAsync(
        NpgsqlDataReader reader, IReadOnlyList<RecordedPart> parts, int[] statements, CancellationToken cancellationToken)
    {
        var positions = new Dictionary<string, Queue<long>>(StringComparer.Ordinal);
        for (int i = 0; i < parts.Count; i++)
        {
            var added = new Dictionary<Guid, long>();
            for (int statement = 0; statement < statements[i]; statement++)
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    added[reader.GetGuid(1)] = reader.GetInt64(0);
                }

                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }

            positions[parts[i].StreamName] = new(parts[i].Events.Select(record => added.Remove(record.EventId, out long position) ? position : 0));
        }

        return positions;
    }
}
