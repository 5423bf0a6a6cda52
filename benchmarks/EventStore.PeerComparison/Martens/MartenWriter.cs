using EventStore.LoadTest.Domain;
using Marten;

namespace EventStore.PeerComparison.Martens;

/// <summary>Appends to Marten as its users do: a session for each unit of work.</summary>
internal sealed class MartenWriter(Script script, IReadOnlyList<Dictionary<string, object>> metadata)
{
    /// <summary>Decides on events and appends them, all at once and on condition that nobody else has.</summary>
    public async Task SaveAsync(DocumentStore store, MartenAccount account, int events)
    {
        await using IDocumentSession session = store.LightweightSession();
        int before = account.Events;
        Describe(session, before);
        object[] decided = account.Go(script, events);
        if (before == 0)
        {
            session.Events.StartStream<MartenAccount>(account.Id, decided);
        }
        else
        {
            session.Events.Append(account.Id, account.Events, decided);
        }

        await session.SaveChangesAsync();
    }

    /// <summary>Loads an account, decides on an event and appends it.</summary>
    public async Task UpdateAsync(DocumentStore store, Guid id)
    {
        await using IDocumentSession session = store.LightweightSession();
        JasperFx.Events.IEventStream<MartenAccount> stream = await session.Events.FetchForWriting<MartenAccount>(id);
        MartenAccount account = stream.Aggregate!;
        Describe(session, account.Events);
        stream.AppendOne(account.Decide(script));
        await session.SaveChangesAsync();
    }

    /// <summary>Marten has headers for a session, which stand in each of its events.</summary>
    private void Describe(IDocumentSession session, int n)
    {
        foreach ((string name, object value) in metadata.At(n))
        {
            session.SetHeader(name, value);
        }
    }
}
