using System.Text;
using EventStore.Providers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>The statement for some of a request's streams: an arm for each, with its own bounds, order and limit.</summary>
internal sealed class PageStatement(StoreSchema schema, ReadRequest request, int start, int count)
{
    public ReadRequest Request => request;

    /// <summary>Backwards, the position below which nothing has a place in the page.</summary>
    public long Lowest { get; init; } = 1;

    public IEnumerable<string> StreamNames => request.Streams.Skip(start).Take(count).Select(range => range.StreamName);

    public void AddTo(NpgsqlBatch batch)
    {
        if (request.ReadsLastPosition)
        {
            PostgresSession.Add(batch, schema.LastPositionSql);
        }

        NpgsqlBatchCommand rows = PostgresSession.Add(batch, "");
        rows.CommandText = Text(new SqlParameters(rows.Parameters));

        NpgsqlBatchCommand ids = PostgresSession.Add(batch, schema.StreamIdsSql);
        ids.Parameters.Add(new NpgsqlParameter<string[]>
        {
            TypedValue = [.. StreamNames.Select(name => schema.TableOf(name).RegisteredName)],
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
        });
    }

    /// <summary>Looks whether each stream exists and is the one that is meant.</summary>
    public void CheckIds(Dictionary<string, long> found, long[] ids)
    {
        for (int i = start; i < start + count; i++)
        {
            StreamRange range = request.Streams[i];
            if (!found.TryGetValue(range.StreamName, out long id) || (range.StreamId != 0 && range.StreamId != id))
            {
                throw new StreamNotFoundException(range.StreamName);
            }

            ids[i] = id;
        }
    }

    private string Text(SqlParameters parameters)
    {
        var sql = new StringBuilder(512 * count);
        string limit = parameters.Add((long)request.Limit);
        string to = parameters.Add(request.Direction == ReadDirection.Forwards ? request.To : Lowest);
        string? names = request.EventNames is { } eventNames ? parameters.Add([.. eventNames]) : null;
        string direction = request.Direction == ReadDirection.Forwards ? "" : " desc";
        string columns = Columns();
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                sql.Append("\nunion all\n");
            }

            StreamRange range = request.Streams[start + i];
            string from = parameters.Add(request.Direction == ReadDirection.Forwards ? range.From : Math.Min(range.From, request.To));
            (string lowest, string highest) = request.Direction == ReadDirection.Forwards ? (from, to) : (to, from);
            sql.Append(count > 1 ? "(" : "")
                .Append("select ").Append(start + i).Append(" as stream_index, ").Append(columns)
                .Append(" from ").Append(schema.TableOf(range.StreamName).Table)
                .Append(" where position between ").Append(lowest).Append(" and ").Append(highest);
            if (names is not null)
            {
                sql.Append(" and event_name = any(").Append(names).Append(')');
            }

            MatcherSql.Append(sql, range.Matcher, parameters);
            sql.Append(" order by position").Append(direction).Append(" limit ").Append(limit).Append(count > 1 ? ")" : "");
        }

        if (count > 1)
        {
            sql.Append("\norder by position").Append(direction).Append(" limit ").Append(limit);
        }

        return sql.ToString();
    }

    private string Columns() =>
        "position, aggregate_version, event_name, payload"
        + (request.Columns.HasFlag(EventColumns.Header) ? ", event_id, created_at, aggregate_id, aggregate_type, linked" : "")
        + (request.Columns.HasFlag(EventColumns.Metadata) ? ", metadata" : "");
}
