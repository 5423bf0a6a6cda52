using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Limit;
using EventStore.LoadTest.Measuring;
using EventStore.LoadTest.Servers;

namespace EventStore.LoadTest.Workloads;

/// <summary>
/// Appends of 1 to 1,000 events of an account. The library saves an aggregate; the limit sends one statement for each
/// append, and a COPY for 1,000 events. Each side writes to streams of its own.
/// </summary>
internal sealed class AppendWorkloads(Stage stage)
{
    /// <summary>An account gets no more events than this, unless one append has more.</summary>
    private const int LongestHistory = 100;


    private const int CopyFrom = 500;

    private int ManyStreams => stage.Pace.IsQuick ? 4 : 32;

    public IEnumerable<Comparison> All()
    {
        foreach (int size in (int[])[1, 10, 100, 1_000])
        {
            foreach (int callers in (int[])[1, 8, 64])
            {
                // Most of a quick run's time would go into these.
                if (!stage.Pace.IsQuick || size * callers <= 10_000)
                {
                    yield return Append($"append-{size}", size, callers, 1);
                }
            }
        }

        yield return Append("append-1-many", 1, 8, ManyStreams);
        yield return Append("append-1-many", 1, 64, ManyStreams);
    }

    /// <summary>What chooses the size of the pool.</summary>
    public Comparison Single(int callers) => Append("append-1", 1, callers, 1);

    private Comparison Append(string workload, int size, int callers, int streams)
    {
        string[] ours = [.. Enumerable.Range(0, streams).Select(i => $"{workload}-{callers}-{i}")];
        string[] limit = [.. ours.Select(name => name + "-limit")];
        return new Comparison
        {
            Workload = workload,
            Callers = callers,
            EventsPerOperation = size,

            // Each connection prepares the statement of each stream, the library with its second use.
            WarmUp = streams > 1 ? 3 : 1,
            SetUp = () => EachAsync([.. ours, .. limit], stage.CreateStreamAsync),
            MakeOurs = connection => Task.FromResult(MakeOurs(connection, ours, size, callers)),
            MakeLimit = connection => MakeLimitAsync(connection, limit, size, callers),
            TearDown = () => EachAsync([.. ours, .. limit], stage.DeleteStreamAsync),
        };
    }

    private static async Task EachAsync(string[] streams, Func<string, Task> act)
    {
        foreach (string stream in streams)
        {
            await act(stream);
        }
    }

    private Contender MakeOurs(Connection connection, string[] streams, int size, int callers)
    {
        IEventStore store = connection.BuildStore();
        Repository<Account>[] repositories = [.. streams.Select(stream => new Repository<Account>(store, stream))];
        var accounts = new Account?[callers * streams.Length];
        int[] next = [.. Enumerable.Range(0, callers)];
        return new Contender(OperateAsync, store);

        Task OperateAsync(int caller)
        {
            int stream = next[caller]++ % streams.Length;
            ref Account? account = ref accounts[(stream * callers) + caller];
            if (account is null || account.Events + size > Math.Max(LongestHistory, size))
            {
                account = Account.Open(Guid.CreateVersion7(), stage.Script);
                account.Go(stage.Script, size - 1);
            }
            else
            {
                account.Go(stage.Script, size);
            }

            return repositories[stream].SaveAsync(account);
        }
    }

    private async Task<Contender> MakeLimitAsync(Connection connection, string[] streams, int size, int callers)
    {
        LimitStore store = await LimitStore.OpenAsync(connection);
        string statement = size >= CopyFrom ? LimitStatements.Copy : LimitStatements.Append;
        string[] statements = new string[streams.Length];
        for (int i = 0; i < statements.Length; i++)
        {
            statements[i] = LimitStatements.Of(statement, await stage.TableOfAsync(streams[i]));
        }

        AppendBuffer[] buffers = [.. Enumerable.Range(0, callers).Select(_ => new AppendBuffer(size))];
        var accounts = new LimitAccount?[callers * streams.Length];
        int[] next = [.. Enumerable.Range(0, callers)];
        return new Contender(OperateAsync, store);

        Task OperateAsync(int caller)
        {
            int stream = next[caller]++ % streams.Length;
            ref LimitAccount? account = ref accounts[(stream * callers) + caller];
            if (account is null || account.Events + size > Math.Max(LongestHistory, size))
            {
                account = new LimitAccount(Guid.CreateVersion7());
            }

            AppendBuffer buffer = buffers[caller];
            account.Go(stage.Script, size, buffer);
            buffer.Complete();
            return size >= CopyFrom ? store.CopyAsync(statements[stream], buffer) : store.AppendAsync(statements[stream], buffer);
        }
    }
}
