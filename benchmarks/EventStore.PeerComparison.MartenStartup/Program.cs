using EventStore.LoadTest.Domain;
using EventStore.PeerComparison;
using EventStore.PeerComparison.Martens;
using EventStore.PeerComparison.Startup;
using Marten;

// Appends one event to tables that are there, and tells how long ago the process was started.
if (args is not [var connectionString, "default" or "fastest"])
{
    Console.Error.WriteLine("usage: EventStore.PeerComparison.MartenStartup CONNECTION default|fastest");
    return 2;
}

var script = new Script(1);
await using DocumentStore store = new MartenConfiguration(connectionString, fastest: args[1] == "fastest").Open("startup");
await new MartenWriter(script, Metadatas.Of(script)).SaveAsync(store, new MartenAccount { Id = Guid.CreateVersion7() }, 1);
Clock.Tell();
return 0;
