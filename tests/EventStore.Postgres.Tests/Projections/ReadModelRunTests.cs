using EventStore.Conformance;
using EventStore.Conformance.Domain;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>Runs of read models in the database, some of whose events cannot be handled.</summary>
public sealed class ReadModelRunTests : IAsyncLifetime
{
    private const string Stream = "numbers";

    private readonly PostgresTestStorage _storage = new();
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(TestServer.ConnectionString);
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private IEventStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        EventStoreBuilder builder = new EventStoreBuilder().AddEvents(Users.Catalog).WithTimeProvider(_clock);
        _storage.Use(builder);
        _store = builder.Build();
        await _store.InstallAsync();
        await _store.CreateStreamAsync(Stream);
        await _store.AppendToAsync(Stream, Enumerable.Range(1, 5).Select(number => DomainEvent.Create(Users.Catalog, new IntegerNoted(number))));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _storage.DisposeAsync();
        await _source.DisposeAsync();
    }

    [Theory, Proves("P-51")]
    [InlineData(PoisonPolicy.Retry, false)]
    [InlineData(PoisonPolicy.Retry, true)]
    [InlineData(PoisonPolicy.Park, false)]
    [InlineData(PoisonPolicy.Park, true)]
    public async Task A_handler_that_was_left_behind_writes_neither_into_the_stack_nor_into_the_transaction(PoisonPolicy policy, bool isPersisting)
    {
        var released = new TaskCompletionSource();
        var late = new List<Exception?>();
        int calls = 0;
        var rows = new Rows(_storage.Schema, "v bigint");
        Task run = Projector(rows, policy, TimeSpan.FromMilliseconds(50)).When<IntegerNoted>(async (model, e) =>
        {
            if (++calls == 2)
            {
                await released.Task.ConfigureAwait(false);
                late.Add(Record.Exception(() => model.Add(e.Payload.Value)));
                late.Add(Record.Exception(() => model.Own(_ => Task.CompletedTask)));
                late.Add(await Record.ExceptionAsync(() => model.AddAtOnceAsync(e.Payload.Value)).ConfigureAwait(false));
            }

            if (calls > 2 && e.Payload.Value == 3)
            {
                void Release() => released.TrySetResult();
                if (isPersisting)
                {
                    model.Own(token => Task.Run(Release, token));
                }
                else
                {
                    Release();
                }
            }

            model.Add(e.Payload.Value);
        }).RunAsync();
        while (!run.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(run, Task.Delay(5, TestContext.Current.CancellationToken));
        }

        await run;

        Assert.Equal("1 2 3 4 5", await rows.ReadAsync(_source));
        Assert.Equal(3, late.Count);
        Assert.All(late, thrown => Assert.Contains("HandlerTimeout", Assert.IsType<InvalidOperationException>(thrown).Message, StringComparison.Ordinal));
    }

    private ReadModelProjector<Rows, Rows> Projector(Rows rows, PoisonPolicy policy, TimeSpan? timeout = null) => _store
        .ReadModelProjector("rows", rows, new ProjectionOptions { PoisonPolicy = policy, Retries = 1, RetryDelay = TimeSpan.Zero, HandlerTimeout = timeout })
        .FromStream(Stream);

    private sealed class Rows(string schema, string columns) : PostgresReadModel(new ReadModelTable("rows", schema))
    {
        public override Task InitAsync(CancellationToken cancellationToken) =>
            Client.ExecuteAsync($"create table {Table} (place bigint generated always as identity, {columns})", cancellationToken: cancellationToken);

        public void Add(long value) => Insert(new() { ["v"] = value });

        public Task AddAtOnceAsync(long value) => Client.InsertAsync(Table, new() { ["v"] = value });

        public void Own(Func<CancellationToken, Task> operation) => Stack(operation);

        public async Task<string> ReadAsync(NpgsqlDataSource source)
        {
            await using NpgsqlCommand command = source.CreateCommand($"select coalesce(string_agg(v::text, ' ' order by place), '') from {Table}");
            return (string)(await command.ExecuteScalarAsync())!;
        }
    }
}
