using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>A transaction that has nothing to do with the store and stays open for seconds, again and again.</summary>
internal static class ForeignTransaction
{
    public static async Task RunAsync(string connectionString, Random random, Task stopping)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        while (!stopping.IsCompleted)
        {
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted);
            await using var command = new NpgsqlCommand("select pg_current_xact_id()", connection);
            await command.ExecuteNonQueryAsync();
            await WaitAsync(TimeSpan.FromMilliseconds(random.Next(500, 3_000)), stopping);
            await transaction.CommitAsync();
            await WaitAsync(TimeSpan.FromMilliseconds(random.Next(500)), stopping);
        }
    }

    private static async Task WaitAsync(TimeSpan time, Task stopping) => await Task.WhenAny(Task.Delay(time), stopping);
}
