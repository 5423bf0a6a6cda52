using Npgsql;

namespace EventStore.Model.Tests;

/// <summary>A schema of the test's own on the server that <c>./test</c> starts.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private static int _schemas;

    public PostgresServer()
    {
        Schema = $"model_{Environment.ProcessId}_{Interlocked.Increment(ref _schemas)}";
        Source = NpgsqlDataSource.Create(ConnectionString);
    }

    public static string ConnectionString => Environment.GetEnvironmentVariable("EVENTSTORE_TEST_POSTGRES") is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException("EVENTSTORE_TEST_POSTGRES names no server: run ./test, or eval \"$(eng/postgres.sh start)\" first.");

    public string Schema { get; }

    /// <summary>Connections to look from outside.</summary>
    public NpgsqlDataSource Source { get; }

    public void Use(EventStoreBuilder builder) => builder.UsePostgres(ConnectionString, new PostgresOptions { Schema = Schema });

    public async ValueTask DisposeAsync()
    {
        await using (NpgsqlCommand command = Source.CreateCommand($"drop schema if exists \"{Schema}\" cascade"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await Source.DisposeAsync();
    }
}
