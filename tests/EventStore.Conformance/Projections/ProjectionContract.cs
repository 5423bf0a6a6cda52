using EventStore.Conformance.Domain;
using EventStore.Providers;

namespace EventStore.Conformance.Projections;

/// <summary>What the contracts of projections start from.</summary>
public abstract class ProjectionContract(TestStorage storage) : StoreContract(storage)
{
    /// <summary>The name of most projections.</summary>
    protected const string Name = "test_projection";

    protected IProjectionManager Manager => Store.Projections;

    /// <summary>The port behind the store.</summary>
    protected IProjectionStore Port => ((StoreEngine)Store).Log.Projections;

    /// <summary>Counts the 49 renames of the fixture.</summary>
    protected Projector<int> Counter(ProjectionOptions? options = null, IEventStore? store = null, string name = Name) =>
        (store ?? Store).Projector(name, () => 0, options).When<UsernameChanged>((count, _) => count + 1);

    /// <summary>The position that is stored for a stream, 0 for none.</summary>
    protected async Task<long> PositionAsync(string streamName = Fixture, string name = Name) =>
        (await Manager.FetchPositionsAsync(name)).GetValueOrDefault(streamName);

    /// <summary>Makes another store over the same storage, whose calls of its provider the test steers.</summary>
    protected (IEventStore Store, SteeredLog Log) CreateSteeredStore()
    {
        var log = new SteeredLog(((StoreEngine)CreateStore()).Log);
        return (new EventStoreBuilder().AddEvents(Users.Catalog).UseEventLog(_ => log).Build(), log);
    }

    protected Task AppendHistoryAsync(string streamName = Fixture, int count = 50, int from = 51) =>
        Store.AppendToAsync(streamName, Make.History(streamName == Fixture ? FixtureId : Guid.CreateVersion7(), count, from));

    /// <summary>Waits for what another task brings about, within ten seconds.</summary>
    protected static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await holds())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    protected static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));
}
