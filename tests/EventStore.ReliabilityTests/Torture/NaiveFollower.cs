using Npgsql;
using NpgsqlTypes;

namespace EventStore.ReliabilityTests;

/// <summary>What many a store does: everything above the last position that was seen. It is here to be found out.</summary>
internal class NaiveFollower(RigStore store, string name = "position > last") : Follower(name)
{
    private const int PageSize = 500;

    private long _last;

    protected RigStore Store => store;

    /// <summary>Statements that travel before the rows, each with a snapshot of its own.</summary>
    protected virtual IReadOnlyList<string> Before => [];

    protected override async Task PollAsync() => await ReadAsync();

    protected override async Task CatchUpAsync()
    {
        while (await ReadAsync() > 0)
        {
        }
    }

    /// <summary>Up to where the rows may be delivered, by what the statements before them have given.</summary>
    protected virtual long Bound(IReadOnlyList<IReadOnlyList<long>> before) => long.MaxValue;

    private async Task<int> ReadAsync()
    {
        await using NpgsqlConnection connection = await store.Source.OpenConnectionAsync();
        await using NpgsqlBatch batch = connection.CreateBatch();
        foreach (string sql in (string[])["begin isolation level read committed read only", .. Before, Rows(), "commit"])
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        }

        batch.BatchCommands[^2].Parameters.Add(new NpgsqlParameter<long> { TypedValue = _last, NpgsqlDbType = NpgsqlDbType.Bigint });
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync();
        var before = new List<IReadOnlyList<long>>();
        foreach (string _ in Before)
        {
            await reader.ReadAsync();
            before.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetInt64)]);
            await reader.NextResultAsync();
        }

        long bound = Bound(before);
        int delivered = 0;
        while (await reader.ReadAsync())
        {
            long position = reader.GetInt64(0);
            if (position <= bound)
            {
                _last = position;
                Deliver(position, store.Streams[reader.GetInt32(1)], reader.GetGuid(2));
                delivered++;
            }
        }

        return delivered;
    }

    private string Rows() =>
        $"select position, s, event_id from ({string.Join(" union all ", store.Streams.Select((stream, i) => $"(select position, {i} s, event_id from {store.TableOf(stream)} where position > $1 order by position limit {PageSize})"))}) u order by position limit {PageSize}";
}
