using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Limit;
using EventStore.LoadTest.Measuring;

namespace EventStore.LoadTest.Workloads;

/// <summary>Whole streams, one after the other or merged, with every column and every payload.</summary>
internal sealed class ReadWorkloads(Stage stage)
{
    /// <summary>The stream that is read as a whole, by loads and projections.</summary>
    public const string History = "history";

    private const int EventsEach = 100;
    private const int MergedStreams = 8;

    public IEnumerable<Comparison> All()
    {
        yield return SequentialRead();
        yield return Merge();
    }

    /// <summary>Fills the stream that is read as a whole.</summary>
    public static Task KeepHistoryAsync(Stage stage) => stage.KeepStreamAsync(History, stage.Pace.Events / EventsEach, EventsEach);

    private Comparison SequentialRead() => new()
    {
        Workload = "sequential-read",
        EventsPerOperation = stage.Pace.Events,
        IsWhole = true,
        SetUp = () => KeepHistoryAsync(stage),
        MakeOurs = connection =>
        {
            IEventStore store = connection.BuildStore();
            return Task.FromResult(new Contender(_ => ReadAsync(store.LoadAsync(History)), store));
        },
        MakeLimit = async connection =>
        {
            LimitStore store = await LimitStore.OpenAsync(connection);
            string sql = LimitStatements.Of(LimitStatements.Page, await stage.TableOfAsync(History));
            return new Contender(async _ => Check(await store.ReadPagesAsync(sql)), store);
        },
    };

    private Comparison Merge()
    {
        string[] streams = [.. Enumerable.Range(1, MergedStreams).Select(i => $"merge-{i}")];
        return new Comparison
        {
            Workload = "merge-8",
            EventsPerOperation = stage.Pace.Events,
            IsWhole = true,
            SetUp = async () =>
            {
                foreach (string stream in streams)
                {
                    await stage.CreateStreamAsync(stream);
                }

                // A little of each in turn, so that neighbours of the merged sequence come from different streams.
                int accounts = stage.Pace.Events / EventsEach / MergedStreams;
                for (int left = accounts; left > 0; left -= 25)
                {
                    foreach (string stream in streams)
                    {
                        await stage.FillAsync(stream, Math.Min(left, 25), EventsEach);
                    }
                }

                int rest = stage.Pace.Events - (accounts * MergedStreams * EventsEach);
                if (rest > 0)
                {
                    await stage.FillAsync(streams[0], rest / EventsEach, EventsEach);
                }
            },
            MakeOurs = connection =>
            {
                IEventStore store = connection.BuildStore();
                LoadStreamParameter[] parameters = [.. streams.Select(stream => new LoadStreamParameter(stream))];
                return Task.FromResult(new Contender(_ => ReadAsync(store.MergeAndLoadAsync(parameters)), store));
            },
            MakeLimit = async connection =>
            {
                LimitStore store = await LimitStore.OpenAsync(connection);
                var tables = new List<string>();
                foreach (string stream in streams)
                {
                    tables.Add(await stage.TableOfAsync(stream));
                }

                string sql = LimitStatements.Merge(tables);
                return new Contender(async _ => Check(await store.ReadPagesAsync(sql)), store);
            },
            TearDown = async () =>
            {
                foreach (string stream in streams)
                {
                    await stage.DeleteStreamAsync(stream);
                }
            },
        };
    }

    private async Task ReadAsync(IAsyncEnumerable<DomainEvent> events)
    {
        long count = 0;
        await foreach (DomainEvent domainEvent in events)
        {
            count += domainEvent.Payload is AccountOpened or MoneyDeposited or MoneyWithdrawn or OwnerRenamed ? 1 : 0;
        }

        Check(count);
    }

    private void Check(long count)
    {
        if (count != stage.Pace.Events)
        {
            throw new InvalidOperationException($"There are {stage.Pace.Events} events, and {count} were read.");
        }
    }
}
