using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>Reads pages of one or many streams, merged by position.</summary>
internal sealed class PageReader(ISessionSource sessions, StreamRegistry registry)
{
    /// <summary>Each table costs a statement four locks, and a server has room for some thousands.</summary>
    public const int MaxTables = 64;

    private const int ExpectedRows = 1_024;

    private readonly StoreSchema _schema = sessions.Schema;

    public async ValueTask<EventPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var page = new EventPage(Math.Min(request.Limit, ExpectedRows)) { IsLast = true };
        if (request.Streams.Count == 0)
        {
            return page;
        }

        try
        {
            bool severalStatements = request.Streams.Count > MaxTables;
            if (!severalStatements && (request.Direction == ReadDirection.Forwards || !request.ReadsLastPosition))
            {
                await ReadAtOnceAsync(request, page, cancellationToken).ConfigureAwait(false);
                return page;
            }

            // The bound comes first where the rows cannot bring it along: several transactions have to agree on it,
            // and read backwards, the rows above it would stand before the ones to deliver.
            ReadRequest bounded = request;
            if (request.ReadsLastPosition || request.To == long.MaxValue)
            {
                long last = await ReadLastPositionAsync(cancellationToken).ConfigureAwait(false);
                bounded = request with { To = Math.Min(request.To, last), ReadsLastPosition = false };
                page.LastPosition = request.ReadsLastPosition ? last : 0;
            }

            await (severalStatements ? ReadInGroupsAsync(bounded, page, cancellationToken) : ReadAtOnceAsync(bounded, page, cancellationToken)).ConfigureAwait(false);
            return page;
        }
        catch (Exception exception) when (Outages.Concerns(sessions, exception))
        {
            page.Dispose();
            throw Outages.Explain(exception, _schema, StoreOperation.Read);
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    /// <summary>One statement, in one round trip.</summary>
    private async Task ReadAtOnceAsync(ReadRequest request, EventPage page, CancellationToken cancellationToken)
    {
        var statement = new PageStatement(_schema, request, 0, request.Streams.Count);
        var ids = new long[request.Streams.Count];
        long last = await ExecuteAsync(statement, page, ids, page.Add, cancellationToken).ConfigureAwait(false);
        page.StreamIds = ids;
        page.IsLast = page.Count < request.Limit;
        if (request.ReadsLastPosition)
        {
            page.LastPosition = last;
            int kept = page.Count;
            while (kept > 0 && page.Rows[kept - 1].Position > last)
            {
                kept--;
            }

            page.IsLast |= kept < page.Count;
            page.Truncate(kept);
        }
    }

    /// <summary>Several statements, each a transaction of its own, below one bound that was read before them.</summary>
    private async Task ReadInGroupsAsync(ReadRequest request, EventPage page, CancellationToken cancellationToken)
    {
        bool forwards = request.Direction == ReadDirection.Forwards;
        Comparison<RecordedEvent> order = forwards
            ? static (a, b) => a.Position.CompareTo(b.Position)
            : static (a, b) => b.Position.CompareTo(a.Position);
        var ids = new long[request.Streams.Count];
        var rows = new List<RecordedEvent>();
        ReadRequest bounded = request;
        long lowest = 1;
        for (int start = 0; start < request.Streams.Count; start += MaxTables)
        {
            var statement = new PageStatement(_schema, bounded, start, Math.Min(MaxTables, request.Streams.Count - start)) { Lowest = lowest };
            await ExecuteAsync(statement, page, ids, (in row) => rows.Add(row), cancellationToken).ConfigureAwait(false);
            rows.Sort(order);
            if (rows.Count < request.Limit)
            {
                continue;
            }

            // Whatever lies behind the last of a full page has no place in it.
            rows.RemoveRange(request.Limit, rows.Count - request.Limit);
            long bound = rows[^1].Position;
            bounded = forwards ? bounded with { To = bound } : bounded;
            lowest = forwards ? lowest : bound;
        }

        foreach (RecordedEvent row in rows)
        {
            page.Add(row);
        }

        page.StreamIds = ids;
        page.IsLast = rows.Count < request.Limit;
    }

    /// <summary>
    /// Last position, rows, and then which streams there are: the rows' tables are locked until the transaction ends,
    /// so that what the registry says after them is what was true while they were read.
    /// </summary>
    private async Task<long> ExecuteAsync(PageStatement statement, EventPage page, long[] ids, RowAction add, CancellationToken cancellationToken)
    {
        try
        {
            return await TryExecuteAsync(statement, page, ids, add, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (PostgresErrors.IsMissing(exception))
        {
            throw await registry.ExplainMissingAsync(statement.StreamNames, exception, cancellationToken).ConfigureAwait(false)

                // It has been created since then: it did not exist when it was asked for.
                ?? new StreamNotFoundException(statement.StreamNames.First(), exception);
        }
        catch (PostgresException exception)
        {
            throw PostgresErrors.Translate(exception, _schema);
        }
    }

    private async Task<long> TryExecuteAsync(PageStatement statement, EventPage page, long[] ids, RowAction add, CancellationToken cancellationToken)
    {
        long last = 0;
        PostgresSession session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            NpgsqlBatch batch = session.CreateReadingBatch();
            await using (batch.ConfigureAwait(false))
            {
                statement.AddTo(batch);
                session.AddCommit(batch);
                NpgsqlDataReader reader = await session.ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    if (statement.Request.ReadsLastPosition)
                    {
                        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                        last = reader.GetInt64(0);
                        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                    }

                    var rows = new RowReader(reader, page);
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        add(rows.ReadMerged(statement.Request.Columns));
                    }

                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                    var found = new Dictionary<string, long>(StringComparer.Ordinal);
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        found[reader.GetString(0)] = reader.GetInt64(1);
                    }

                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                    statement.CheckIds(found, ids);
                }
            }
        }

        return last;
    }

    private async Task<long> ReadLastPositionAsync(CancellationToken cancellationToken)
    {
        PostgresSession session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            NpgsqlBatch batch = session.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                PostgresSession.Add(batch, _schema.LastPositionSql);
                try
                {
                    NpgsqlDataReader reader = await session.ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
                    await using (reader.ConfigureAwait(false))
                    {
                        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                        return reader.GetInt64(0);
                    }
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

    private delegate void RowAction(in RecordedEvent row);
}
