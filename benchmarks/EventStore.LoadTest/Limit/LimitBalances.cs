using System.Runtime.InteropServices;
using EventStore.LoadTest.Domain;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.LoadTest.Limit;

/// <summary>
/// The read model, written by hand: the rows of a block are folded first, and then written by one statement that
/// travels with the checkpoint, in one transaction of one round trip.
/// </summary>
internal sealed class LimitBalances(NpgsqlConnection writing)
{
    /// <summary>As the library's projections have it by default.</summary>
    private const int BlockSize = 1_000;

    private readonly Dictionary<Guid, (string? Owner, decimal? Balance, string Reference)> _rows = [];

    public long Events { get; private set; }

    /// <summary>Follows rows of <see cref="LimitStatements.Follow"/> to their end.</summary>
    public async Task FollowAsync(NpgsqlDataReader reader)
    {
        long position = 0;
        while (await reader.ReadAsync())
        {
            position = reader.GetInt64(0);
            When(reader);
            if (++Events % BlockSize == 0)
            {
                await WriteAsync(position);
            }
        }

        if (_rows.Count > 0)
        {
            await WriteAsync(position);
        }
    }

    private void When(NpgsqlDataReader reader)
    {
        ref (string? Owner, decimal? Balance, string Reference) row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, reader.GetGuid(1), out _);
        switch (LimitReading.Read(reader.GetFieldValue<ReadOnlyMemory<byte>>(2).Span, reader.GetFieldValue<ReadOnlyMemory<byte>>(3).Span))
        {
            case MoneyDeposited e:
                row = (row.Owner, e.Balance, e.Reference);
                break;
            case MoneyWithdrawn e:
                row = (row.Owner, e.Balance, e.Reference);
                break;
            case OwnerRenamed e:
                row = (e.Owner, row.Balance, e.Reference);
                break;
            case AccountOpened e:
                row = (e.Owner, 0, e.Reference);
                break;
        }
    }

    private async Task WriteAsync(long position)
    {
        await using NpgsqlBatch batch = writing.CreateBatch();
        NpgsqlParameterCollection rows = Add(batch, LimitStatements.WriteRows);
        Add(rows, _rows.Keys.ToArray(), NpgsqlDbType.Uuid);
        Add(rows, _rows.Values.Select(row => row.Owner).ToArray(), NpgsqlDbType.Text);
        Add(rows, _rows.Values.Select(row => row.Balance).ToArray(), NpgsqlDbType.Numeric);
        Add(rows, _rows.Values.Select(row => row.Reference).ToArray(), NpgsqlDbType.Text);
        NpgsqlParameterCollection checkpoint = Add(batch, LimitStatements.WriteCheckpoint);
        checkpoint.Add(new NpgsqlParameter<string> { TypedValue = "balances", NpgsqlDbType = NpgsqlDbType.Text });
        checkpoint.Add(new NpgsqlParameter<long> { TypedValue = position, NpgsqlDbType = NpgsqlDbType.Bigint });
        await batch.PrepareAsync();
        await batch.ExecuteNonQueryAsync();
        _rows.Clear();
    }

    private static NpgsqlParameterCollection Add(NpgsqlBatch batch, string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        batch.BatchCommands.Add(command);
        return command.Parameters;
    }

    private static void Add<T>(NpgsqlParameterCollection parameters, T[] values, NpgsqlDbType type) =>
        parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
}
