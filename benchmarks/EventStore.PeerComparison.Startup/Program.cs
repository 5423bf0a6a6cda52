using EventStore;
using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Servers;
using EventStore.PeerComparison.Startup;

// Appends one event to a stream that is there, and tells how long ago the process was started.
if (args is not [var connectionString, "append" or "install"])
{
    Console.Error.WriteLine("usage: EventStore.PeerComparison.Startup CONNECTION append|install");
    return 2;
}

await using IEventStore store = new Connection(connectionString).BuildStore();
if (args[1] == "install")
{
    await store.InstallAsync();
}

await new Repository<Account>(store, "startup").SaveAsync(Account.Open(Guid.CreateVersion7(), new Script(1)));
Clock.Tell();
return 0;
