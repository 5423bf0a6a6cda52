using EventStore.Providers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>Reads the history of an aggregate by the index of its versions. It needs no watermark: versions are 1..n.</summary>
internal sealed class AggregateReader(ISessionSource sessions, StreamRegistry registry)
{
    private const int ExpectedRows = 128;

    private readonly StoreSchema _schema = sessions.Schema;

    public async ValueTask<EventPage> ReadAsync(AggregateReadRequest request, CancellationToken cancellationToken)
    {
        var page = new EventPage(Math.Min(request.Limit, ExpectedRows));
        try
        {
            try
            {
                await ReadAsync(request, page, cancellationToken).ConfigureAwait(false);
                return page;
            }
            catch (PostgresException exception)
            {
                throw PostgresErrors.IsMissing(exception)
                    ? await registry.ExplainMissingAsync([request.StreamName], exception, cancellationToken).ConfigureAwait(false) ?? new StreamNotFoundException(request.StreamName, exception)
                    : PostgresErrors.Translate(exception, _schema);
            }
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

    private async ValueTask ReadAsync(AggregateReadRequest request, EventPage page, CancellationToken cancellationToken)
    {
        PostgresSession session = await sessions.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            // Without begin and commit the two statements are one transaction too, and its isolation the default.
            bool isExplicit = !session.Traits.ReadsCommitted;
            NpgsqlBatch batch = isExplicit ? session.CreateReadingBatch() : session.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                AddTo(batch, request);
                if (isExplicit)
                {
                    session.AddCommit(batch);
                }

                NpgsqlDataReader reader = await session.ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    var rows = new RowReader(reader, page);
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        page.Add(rows.ReadHistory(request));
                    }

                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                    long id = await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetInt64(0) : 0;
                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                    if (id == 0 || (request.StreamId != 0 && request.StreamId != id))
                    {
                        throw new StreamNotFoundException(request.StreamName);
                    }

                    page.StreamIds = [id];
                    page.IsLast = page.Count < request.Limit;
                }
            }
        }
    }

    private void AddTo(NpgsqlBatch batch, AggregateReadRequest request)
    {
        StreamTable table = _schema.TableOf(request.StreamName);
        NpgsqlBatchCommand rows = PostgresSession.Add(batch, table.HistorySql(request.Columns));
        rows.Parameters.Add(new NpgsqlParameter<string> { TypedValue = request.AggregateType, NpgsqlDbType = NpgsqlDbType.Text });
        rows.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = request.AggregateId, NpgsqlDbType = NpgsqlDbType.Uuid });
        rows.Parameters.Add(new NpgsqlParameter<long> { TypedValue = request.AfterVersion, NpgsqlDbType = NpgsqlDbType.Bigint });
        rows.Parameters.Add(new NpgsqlParameter<long> { TypedValue = request.Limit, NpgsqlDbType = NpgsqlDbType.Bigint });
        PostgresSession.Add(batch, _schema.StreamIdSql).Parameters.Add(new NpgsqlParameter<string> { TypedValue = table.RegisteredName, NpgsqlDbType = NpgsqlDbType.Text });
    }
}
