using EventStore.LoadTest.Servers;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.LoadTest.Limit;

/// <summary>
/// What hand-written code does on the tables of the library: prepared statements over a pool whose sessions are not
/// reset, each append a transaction of its own. Thread-safe.
/// </summary>
internal sealed class LimitStore : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    private LimitStore(NpgsqlDataSource source, long tag)
    {
        _source = source;
        Tag = tag;
    }

    /// <summary>The store's part of the keys of epoch locks, which does not change.</summary>
    public long Tag { get; }

    /// <param name="connection">To the store that the library has installed.</param>
    public static async Task<LimitStore> OpenAsync(Connection connection)
    {
        NpgsqlDataSource source = connection.BuildSource();
        await using NpgsqlCommand command = source.CreateCommand($"select tag::bigint from {Connection.Schema}.store");
        return new LimitStore(source, (long)(await command.ExecuteScalarAsync())!);
    }

    /// <summary>Appends in one round trip, and reads the positions.</summary>
    /// <param name="sql"><see cref="LimitStatements.Append"/> for a stream.</param>
    /// <param name="buffer">The rows.</param>
    /// <returns>The last position.</returns>
    public async Task<long> AppendAsync(string sql, AppendBuffer buffer)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        buffer.AddTo(command.Parameters, Tag);
        await command.PrepareAsync();
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        long position = 0;
        while (await reader.ReadAsync())
        {
            position = reader.GetInt64(0);
        }

        return position;
    }

    /// <summary>Appends many rows: the lock of an append, and then a COPY, in one transaction. It gives no positions.</summary>
    /// <param name="sql"><see cref="LimitStatements.Copy"/> for a stream.</param>
    /// <param name="buffer">The rows.</param>
    public async Task CopyAsync(string sql, AppendBuffer buffer)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(LimitStatements.CopyLock, connection, transaction))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Tag, NpgsqlDbType = NpgsqlDbType.Bigint });
            await command.PrepareAsync();
            await command.ExecuteNonQueryAsync();
        }

        await using (NpgsqlBinaryImporter importer = await connection.BeginBinaryImportAsync(sql))
        {
            for (int i = 0; i < buffer.Names.Length; i++)
            {
                await importer.StartRowAsync();
                await importer.WriteAsync(buffer.Versions[i], NpgsqlDbType.Bigint);
                await importer.WriteAsync(buffer.Times[i], NpgsqlDbType.TimestampTz);
                await importer.WriteAsync(buffer.EventIds[i], NpgsqlDbType.Uuid);
                await importer.WriteAsync(buffer.AggregateIds[i], NpgsqlDbType.Uuid);
                await importer.WriteAsync(buffer.Types[i], NpgsqlDbType.Text);
                await importer.WriteAsync(buffer.Names[i], NpgsqlDbType.Text);
                await importer.WriteAsync(buffer.Payloads[i], NpgsqlDbType.Json);
                await importer.WriteAsync(buffer.Metadata[i], NpgsqlDbType.Jsonb);
            }

            await importer.CompleteAsync();
        }

        await transaction.CommitAsync();
    }

    /// <summary>Reads an aggregate.</summary>
    /// <param name="sql"><see cref="LimitStatements.Rehydrate"/> for a stream.</param>
    /// <param name="id">Its id.</param>
    public async Task<LimitAccount> GetAsync(string sql, Guid id)
    {
        var account = new LimitAccount(id);
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Domain.Script.AggregateType, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id, NpgsqlDbType = NpgsqlDbType.Uuid });
        await command.PrepareAsync();
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (reader.GetInt64(0) != account.Events + 1)
            {
                throw new InvalidOperationException($"The account {id} has a hole behind version {account.Events}.");
            }

            account.When(reader.GetFieldValue<ReadOnlyMemory<byte>>(1).Span, reader.GetFieldValue<ReadOnlyMemory<byte>>(2).Span);
        }

        return account;
    }

    /// <summary>Reads events in pages of 1,000, each behind the last position of the one before.</summary>
    /// <param name="sql"><see cref="LimitStatements.Page"/> for a stream, or a merge of several.</param>
    /// <returns>How many there were.</returns>
    public async Task<long> ReadPagesAsync(string sql)
    {
        const long size = 1_000;
        long position = 0;
        long count = 0;
        for (long rows = size; rows == size;)
        {
            rows = 0;
            await using NpgsqlConnection connection = await _source.OpenConnectionAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position, NpgsqlDbType = NpgsqlDbType.Bigint });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = size, NpgsqlDbType = NpgsqlDbType.Bigint });
            await command.PrepareAsync();
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var read = LimitEvent.Read(reader);
                position = read.Position;
                rows += read.Payload is null ? 0 : 1;
            }

            count += rows;
        }

        return count;
    }

    /// <summary>Reads all of a stream in one statement.</summary>
    /// <param name="sql"><see cref="LimitStatements.Follow"/> for a stream.</param>
    /// <param name="handle">Gets the rows: position, aggregate id, name, payload.</param>
    public async Task FollowAsync(string sql, Func<NpgsqlDataReader, Task> handle)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.PrepareAsync();
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        await handle(reader);
    }

    /// <summary>Opens a connection, for what writes beside a read.</summary>
    public ValueTask<NpgsqlConnection> OpenConnectionAsync() => _source.OpenConnectionAsync();

    public async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = _source.CreateCommand(sql);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
