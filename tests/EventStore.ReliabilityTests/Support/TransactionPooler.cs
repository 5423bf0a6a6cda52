using System.Globalization;

namespace EventStore.ReliabilityTests;

/// <summary>A PgBouncer in transaction mode, in front of a server.</summary>
internal sealed class TransactionPooler : IAsyncDisposable
{
    private const string Name = "pgbouncer.sh";
    private const string DirectoryVariable = "EVENTSTORE_PGBOUNCER_DIR";

    private readonly string _directory;

    private TransactionPooler(string directory, string connectionString)
    {
        _directory = directory;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    /// <param name="server">A connection string to the server.</param>
    /// <param name="connections">How many connections to the server all clients share.</param>
    public static async Task<TransactionPooler> StartAsync(string server, int connections)
    {
        string variables = await Script.RunAsync(
            Name,
            "start",
            (Script.PostgresVariable, server),
            ("EVENTSTORE_PGBOUNCER_POOL", connections.ToString(CultureInfo.InvariantCulture)));
        return new TransactionPooler(Script.Variable(variables, DirectoryVariable), Script.Variable(variables, "EVENTSTORE_TEST_POOLER"));
    }

    public async ValueTask DisposeAsync() => await Script.RunAsync(Name, "stop", (DirectoryVariable, _directory));
}
