using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace GitHistory.Stores;

/// <summary>
/// Lets one program at a time import a repository; the second waits and goes on where the first ended. The store by
/// itself keeps every event once. But a history that was rewritten is deleted and imported anew, and nobody may be
/// half-way through it then.
/// </summary>
/// <remarks>It is an advisory lock of a transaction: the server takes it back by itself when a program dies.</remarks>
internal sealed class ImportLock : IAsyncDisposable
{
    private readonly NpgsqlDataSource _dataSource;
    private readonly NpgsqlConnection _connection;

    private ImportLock(NpgsqlDataSource dataSource, NpgsqlConnection connection)
    {
        _dataSource = dataSource;
        _connection = connection;
    }

    public static async Task<ImportLock> TakeAsync(string connectionString, string root, Action waiting, CancellationToken cancellationToken)
    {
        NpgsqlDataSource dataSource = PostgresConnection.BuildSource(connectionString);
        var taken = new ImportLock(dataSource, dataSource.CreateConnection());
        try
        {
            await taken.WaitAsync(root, waiting, cancellationToken);
            return taken;
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _dataSource.DisposeAsync();
    }

    private async Task WaitAsync(string root, Action waiting, CancellationToken cancellationToken)
    {
        await _connection.OpenAsync(cancellationToken);
        await _connection.BeginTransactionAsync(cancellationToken);
        if (await AskAsync("select pg_try_advisory_xact_lock($1, $2)", root, cancellationToken) is false)
        {
            waiting();
            await AskAsync("select pg_advisory_xact_lock($1, $2)", root, cancellationToken);
        }
    }

    private async Task<object?> AskAsync(string sql, string root, CancellationToken cancellationToken)
    {
        // Two numbers, not one: the store's own locks have one, so the two kinds never meet.
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"import {root}"));
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = BinaryPrimitives.ReadInt32BigEndian(hash) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(4)) });
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
