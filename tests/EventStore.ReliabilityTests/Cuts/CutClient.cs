using System.Globalization;
using EventStore.Postgres;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>One writer that appends through a proxy, each time over a connection of a known past, and keeps the history.</summary>
internal sealed class CutClient(RigStore store, FaultProxy proxy) : IAsyncDisposable
{
    /// <summary>One for all: it asks the server for its types once, not on each connection.</summary>
    private readonly NpgsqlDataSource _source = PostgresEventStoreBuilderExtensions.BuildSource(proxy.ConnectionString);

    /// <summary>As many digits as it ever gets: a message's length must not change with it.</summary>
    private long _step = 1_000_000;

    private readonly Dictionary<string, (Guid Aggregate, long Version)> _aggregates =
        store.Streams.ToDictionary(stream => stream, _ => (Guid.CreateVersion7(), 0L));

    public List<Intent> History { get; } = [];

    public RigStore Store => store;

    public FaultProxy Proxy => proxy;

    /// <summary>A store whose only connection has carried so many appends of the shape.</summary>
    public async Task<IEventStore> OpenAsync(AppendShape shape, TimeSpan? commandTimeout = null)
    {
        proxy.Disarm();
        _source.Clear();
        IEventStore opened = new EventStoreBuilder()
            .UsePostgres(_source, new PostgresOptions { Schema = store.Schema, CommandTimeout = commandTimeout })
            .AddEvents(RigEvents.Catalog)
            .Build();
        for (int i = 0; i < shape.Warmth; i++)
        {
            Intent[] intents = Next(shape);
            Acknowledge(intents, await AppendAsync(opened, intents));
        }

        return opened;
    }

    /// <summary>How many bytes an append of the shape takes each way.</summary>
    public async Task<(int Request, int Reply)> MeasureAsync(AppendShape shape)
    {
        await using (await OpenAsync(shape with { Warmth = 1 }))
        {
            // The server's types are known from now on.
        }

        await using IEventStore opened = await OpenAsync(shape);
        proxy.TakeCounts();
        Intent[] intents = Next(shape);
        Acknowledge(intents, await AppendAsync(opened, intents));
        return proxy.TakeCounts();
    }

    /// <summary>Two events for each stream: the next of an aggregate, and one without.</summary>
    public Intent[] Next(AppendShape shape)
    {
        var intents = new List<Intent>();
        foreach (string stream in shape.Streams)
        {
            (Guid aggregate, long version) = _aggregates[stream];
            intents.Add(new Intent(stream, 1, ++_step, aggregate, version + 1));
            intents.Add(new Intent(stream, 1, ++_step));
        }

        History.AddRange(intents);
        return [.. intents];
    }

    public static Task<AppendResult> AppendAsync(IEventStore opened, Intent[] intents, CancellationToken cancellationToken = default)
    {
        foreach (Intent intent in intents)
        {
            intent.Begin();
        }

        return opened.AppendAsync(Intent.Unit(intents), cancellationToken);
    }

    /// <summary>Notes that the events are stored: the aggregates' next versions follow.</summary>
    public void Acknowledge(Intent[] intents, AppendResult result)
    {
        foreach ((Intent intent, long position) in intents.Zip(result.Positions))
        {
            intent.Position = position;
            intent.End(Verdict.Stored);
            Advance(intent);
        }
    }

    public void Refuse(Intent[] intents)
    {
        foreach (Intent intent in intents)
        {
            intent.End(Verdict.Refused);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>Notes that the version of an event is taken, by whomever.</summary>
    public void Advance(Intent intent)
    {
        if (intent.Version > 0)
        {
            _aggregates[intent.Stream] = (intent.AggregateId, intent.Version);
        }
    }

    /// <summary>How many of the events stand in their streams now.</summary>
    public async Task<int> CountAsync(Intent[] intents)
    {
        int count = 0;
        foreach (string stream in intents.Select(intent => intent.Stream).Distinct())
        {
            await using NpgsqlCommand command = store.Source.CreateCommand($"select count(*) from {store.TableOf(stream)} where event_id = any($1)");
            command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. intents.Where(intent => intent.Stream == stream).Select(intent => intent.EventId)] });
            count += Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }

        return count;
    }
}
