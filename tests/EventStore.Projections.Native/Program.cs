using EventStore;
using EventStore.Projections.Native;
using Npgsql;

// A store in memory, and one in the database that EVENTSTORE_TEST_POSTGRES names, in a schema that is dropped in the end.
await using (IEventStore memory = new EventStoreBuilder().AddEvents(BankEvents.Catalog).UseInMemory().Build())
{
    await new ProjectorChecks(memory).RunAsync();
    await new ManagerChecks(memory).RunAsync();
}

if (Environment.GetEnvironmentVariable("EVENTSTORE_TEST_POSTGRES") is not { Length: > 0 } server)
{
    Console.Error.WriteLine("EVENTSTORE_TEST_POSTGRES names no server: eval \"$(eng/postgres.sh start)\" before.");
    return 1;
}

string schema = $"native_{Guid.NewGuid():N}";
await using NpgsqlDataSource source = new NpgsqlSlimDataSourceBuilder(server).Build();
try
{
    await using IEventStore postgres = new EventStoreBuilder().AddEvents(BankEvents.Catalog).UsePostgres(server, new PostgresOptions { Schema = schema }).Build();
    await new ProjectorChecks(postgres).RunAsync();
    await new ManagerChecks(postgres).RunAsync();
    await new ReadModelChecks(postgres, source, schema).RunAsync();
}
finally
{
    await using NpgsqlCommand drop = source.CreateCommand($"drop schema if exists {schema} cascade");
    await drop.ExecuteNonQueryAsync();
}

Console.WriteLine($"{Check.Count} checks of projections passed, in memory and on PostgreSQL");
return 0;
