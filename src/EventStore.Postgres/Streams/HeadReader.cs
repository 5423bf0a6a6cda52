using EventStore.Providers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>
/// Reads how far a follower may go: the last position given out, then the lowest key of an epoch lock, and then, with
/// a later snapshot, the streams.
/// </summary>
internal sealed class HeadReader(ISessionSource sessions, WatermarkWatch watch)
{
    private readonly StoreSchema _schema = sessions.Schema;

    private readonly string _lowestEpochSql = EpochLocks.LowestSql(sessions.Schema);

    /// <summary>Within the caller's transaction, which sees its own appends: they hold up everybody else only.</summary>
    private readonly string _lowestOtherEpochSql = EpochLocks.LowestSql(sessions.Schema) + " and l.pid is distinct from pg_backend_pid()";

    public async ValueTask<StoreHead> ReadAsync(StreamSelection selection, CancellationToken cancellationToken)
    {
        try
        {
            (long position, long last, IReadOnlyList<StreamInfo> streams) =
                await ReadAsync(batch => AddStreams(batch, selection), ReadStreamsAsync, cancellationToken).ConfigureAwait(false);
            return new StoreHead(position, streams) { LastPosition = last };
        }
        catch (Exception exception) when (Outages.Concerns(sessions, exception))
        {
            throw Outages.Explain(exception, _schema, StoreOperation.Read);
        }
    }

    /// <summary>Reads how far a follower may go, and then something else with a later snapshot.</summary>
    /// <param name="add">Adds the statement that reads it.</param>
    /// <param name="read">Reads its rows.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<(long Position, long Last, T Seen)> ReadAsync<T>(Action<NpgsqlBatch> add, Func<NpgsqlDataReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        PostgresSession session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            NpgsqlBatch batch = session.CreateReadingBatch();
            await using (batch.ConfigureAwait(false))
            {
                PostgresSession.Add(batch, _schema.LastPositionSql);
                PostgresSession.Add(batch, session.JoinsTransaction ? _lowestOtherEpochSql : _lowestEpochSql);
                add(batch);
                session.AddCommit(batch);
                try
                {
                    (T seen, long? lowestOpen, long last) = await ReadAsync(session, batch, read, cancellationToken).ConfigureAwait(false);
                    long position = Math.Min(last, lowestOpen ?? last);
                    if (!session.JoinsTransaction && watch.Note(lowestOpen, last) is { } waited)
                    {
                        await TellAsync(session, position, waited, cancellationToken).ConfigureAwait(false);
                    }

                    return (position, last, seen);
                }
                catch (PostgresException exception)
                {
                    throw PostgresErrors.IsMissing(exception)
                        ? new EventStoreNotInstalledException(_schema.Description, exception)
                        : PostgresErrors.Translate(exception, _schema);
                }
            }
        }
    }

    private async ValueTask TellAsync(PostgresSession session, long position, TimeSpan waited, CancellationToken cancellationToken)
    {
        IReadOnlyList<OpenAppend> open;
        try
        {
            open = await OpenAppendReader.FetchAsync(session, _schema, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            watch.NoteUntold();
            throw;
        }

        watch.Tell(new WatermarkStall(position, waited, [.. open.Where(append => append.Position == position)]));
    }

    private static async ValueTask<(T Seen, long? LowestOpen, long Last)> ReadAsync<T>(
        PostgresSession session, NpgsqlBatch batch, Func<NpgsqlDataReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        NpgsqlDataReader reader = await session.ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            long last = reader.GetInt64(0);

            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            long? lowestOpen = reader.IsDBNull(0) ? null : reader.GetInt64(0);

            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            T seen = await read(reader, cancellationToken).ConfigureAwait(false);
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            return (seen, lowestOpen, last);
        }
    }

    private static async ValueTask<IReadOnlyList<StreamInfo>> ReadStreamsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var streams = new List<StreamInfo>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            streams.Add(new StreamInfo(reader.GetInt64(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        }

        return streams;
    }

    private void AddStreams(NpgsqlBatch batch, StreamSelection selection)
    {
        string sql = $"select id, name, created_by_projection from {_schema.Streams} where ";
        if (selection.IsAll)
        {
            PostgresSession.Add(batch, $"{sql}not starts_with(name, '$')");
            return;
        }

        NpgsqlParameterCollection parameters = PostgresSession.Add(batch, $"{sql}name = any($1) or ({CategorySql.HasCategory} and {CategorySql.Category} = any($2))").Parameters;
        parameters.Add(Texts(selection.Names));
        parameters.Add(Texts(selection.Categories));
    }

    private static NpgsqlParameter<string[]> Texts(IReadOnlyList<string> texts) =>
        new() { TypedValue = [.. texts.Where(Text.CanBeStored)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
