using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Workloads;

namespace EventStore.LoadTest.Growth;

/// <summary>More and more events in one stream.</summary>
internal sealed class EventGrowth(Stage stage, Gauge gauge)
{
    private const string Stream = "growing";
    private const int EventsEach = 100;
    private const int PageSize = 1_000;

    public async Task<GrowthTable> RunAsync(IReadOnlyList<int> sizes, Action<string> tell, CancellationToken cancellationToken)
    {
        await stage.CreateStreamAsync(Stream);
        await using IEventStore store = stage.Connection.BuildStore();
        var repository = new Repository<Account>(store, Stream);
        var rows = new List<(long, IReadOnlyList<double?>)>();
        var ids = new List<Guid>();
        foreach (int size in sizes)
        {
            tell($"fill to {size:N0} events");
            ids.AddRange(await stage.FillAsync(Stream, (size / EventsEach) - ids.Count, EventsEach));
            await stage.SettleAsync();
            tell($"measure at {size:N0} events");
            long middle = await PositionAsync(store, size / 2, cancellationToken);
            int next = 0;
            double rehydrates = await gauge.RateAsync(new Contender(_ => repository.GetAsync(ids[(next += 7_919) % ids.Count], cancellationToken)), 1, cancellationToken);
            double pages = await gauge.RateAsync(new Contender(_ => ReadAsync(store.LoadAsync(Stream, middle, count: PageSize), cancellationToken)), 1, cancellationToken);
            (double rate, double memory) = await StreamAsync(store, cancellationToken);
            double appends = await gauge.RateAsync(new Contender(Appending(repository)), 1, cancellationToken);
            rows.Add((size, [appends, rehydrates, pages * PageSize, rate, memory]));
        }

        await stage.DeleteStreamAsync(Stream);
        return new GrowthTable(
            "growth-events",
            "Events in a stream",
            "events",
            ["appends of one, /s", "rehydrates of 100, /s", "a page from its middle, events/s", "all of it, events/s", "heap meanwhile, MiB"],
            rows);
    }

    private Func<int, Task> Appending(Repository<Account> repository)
    {
        Account? account = null;
        return _ =>
        {
            if (account is null || account.Events == EventsEach)
            {
                account = Account.Open(Guid.CreateVersion7(), stage.Script);
            }
            else
            {
                account.Go(stage.Script, 1);
            }

            return repository.SaveAsync(account);
        };
    }

    private static async Task<long> PositionAsync(IEventStore store, int index, CancellationToken cancellationToken)
    {
        // Positions ascend without gaps where one writer has filled the stream; near enough elsewhere.
        await foreach (DomainEvent first in store.LoadAsync(Stream, count: 1).WithCancellation(cancellationToken))
        {
            return first.Position + index;
        }

        throw new InvalidOperationException("The stream has no events.");
    }

    private static async Task ReadAsync(IAsyncEnumerable<DomainEvent> events, CancellationToken cancellationToken)
    {
        int count = 0;
        await foreach (DomainEvent domainEvent in events.WithCancellation(cancellationToken))
        {
            count += domainEvent.Payload is null ? 0 : 1;
        }

        if (count != PageSize)
        {
            throw new InvalidOperationException($"A page has {count} events instead of {PageSize}.");
        }
    }

    /// <summary>Reads the whole stream once, and looks by how much the heap grows meanwhile.</summary>
    private static async Task<(double Rate, double Memory)> StreamAsync(IEventStore store, CancellationToken cancellationToken)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = before;
        long count = 0;
        long began = TimeProvider.System.GetTimestamp();
        await foreach (DomainEvent domainEvent in store.LoadAsync(Stream).WithCancellation(cancellationToken))
        {
            count += domainEvent.Payload is null ? 0 : 1;
            if (count % PageSize == 0)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            }
        }

        return (count / TimeProvider.System.GetElapsedTime(began).TotalSeconds, (peak - before) / 1024d / 1024d);
    }
}
