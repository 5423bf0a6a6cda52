using System.Text.RegularExpressions;
using EventStore.Conformance;
using EventStore.Conformance.Domain;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>docs/roles.md on a real server: its statements are executed, and its table is what comes of them.</summary>
public sealed partial class RoleTests : IAsyncLifetime
{
    private const string Page = "docs/roles.md";

    private static readonly string[] Roles = ["owner", "writer", "reader", "projector"];

    private readonly string _schema = TestServer.NewSchema();
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(TestServer.ConnectionString);
    private readonly Dictionary<string, IEventStore> _stores = [];
    private readonly Dictionary<string, PostgresEventLog> _logs = [];
    private readonly string _page = File.ReadAllText(Path.Combine(FindRoot(), Page));

    public async ValueTask InitializeAsync()
    {
        string[] statements = [.. SqlBlock().Matches(_page).Select(block => Adapt(block.Groups[1].Value))];
        await ExecuteAsync(statements[0]);
        foreach (string role in Roles)
        {
            string connectionString = $"{TestServer.ConnectionString};Options=-c role={_schema}_{role};Maximum Pool Size=4";
            var options = new PostgresOptions { Schema = _schema };
            _stores.Add(role, new EventStoreBuilder().AddEvents(Users.Catalog).UsePostgres(connectionString, options).Build());
            _logs.Add(role, new PostgresEventLog(PostgresEventStoreBuilderExtensions.BuildSource(connectionString), ownsSource: true, options, TimeProvider.System));
        }

        await _stores["owner"].InstallAsync();
        await _stores["owner"].CreateStreamAsync("early");
        await ExecuteAsync($"set role {_schema}_owner; {statements[1]}; reset role");
        await _stores["owner"].CreateStreamAsync("late");
        await CheckpointAsync("owner", "early-emitted", ProjectionSteps.Emit("early-emitted", Events.Plain()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable store in _stores.Values.Concat<IAsyncDisposable>(_logs.Values))
        {
            await store.DisposeAsync();
        }

        await ExecuteAsync($"drop schema {_schema} cascade");
        foreach (string role in Roles)
        {
            await ExecuteAsync($"drop owned by {_schema}_{role}; drop role {_schema}_{role}");
        }

        await _source.DisposeAsync();
    }

    [Fact, Proves("F-25")]
    public async Task Each_role_can_do_what_the_table_says()
    {
        (string Name, Func<string, Task> Run)[] operations =
        [
            ("`InstallAsync` of an installed store", role => _stores[role].InstallAsync()),
            ("create a stream", role => _stores[role].CreateStreamAsync($"made-by-{role}")),
            ("delete a stream", role => DeleteAsync(role)),
            ("list and look for streams", role => _stores[role].FetchStreamNamesRegexAsync("l")),
            ("append to a stream", role => _stores[role].AppendToAsync("early", [Event()])),
            ("append to a stream that was created later", role => _stores[role].AppendToAsync("late", [Event()])),
            ("append within a transaction", role => AppendWithinAsync(role)),
            ("load", role => _stores[role].LoadAsync("late").CountAsync().AsTask()),
            ("get an aggregate", role => new Repository<User>(_stores[role], "late").FindAsync(Guid.CreateVersion7())),
            ("query", role => _stores[role].Query(() => 0).FromAll().WhenAny((count, _) => count + 1).RunAsync()),
            ("list projections, and read their state", role => ReadProjectionsAsync(role)),
            ("ask a projection to stop or to reset", role => Projections(role).RequestAsync("early-emitted", ProjectionStatus.Stopping, false, default)),
            ("run a projection: lease, checkpoint, parked events", role => RunAsync(role)),
            ("link into a stream that there is", role => CheckpointAsync(role, $"links-{role}", ProjectionSteps.Link("late", Events.Plain()))),
            ("emit into the projection's own stream that there is", role => CheckpointAsync(role, "early-emitted", ProjectionSteps.Emit("early-emitted", Events.Plain()))),
            ("make a stream by linking or emitting", role => CheckpointAsync(role, $"emits-{role}", ProjectionSteps.Emit($"emits-{role}", Events.Plain()))),
            ("reset a projection that has emitted", role => ResetAsync(role)),
            ("see open appends", role => _stores[role].FetchOpenAppendsAsync()),
            ("UPDATE an event", role => RawAsync(role, $"update {TableOf("late")} set payload = '1' where false")),
            ("DELETE an event", role => RawAsync(role, $"delete from {TableOf("late")} where false")),
            ("TRUNCATE a stream's table", role => RawAsync(role, $"begin; truncate {TableOf("late")}; rollback")),
            ("set the sequence of positions", role => RawAsync(role, $"select setval('{_schema}.position', last_value) from {_schema}.position")),
            ("INSERT into the list of streams", role => RawAsync(role, $"begin; insert into {_schema}.event_streams (name, table_name) values ('x', 'x'); rollback")),
        ];
        var table = new List<string>();
        foreach ((string name, Func<string, Task> run) in operations)
        {
            var cells = new List<string>();
            foreach (string role in Roles)
            {
                Exception? thrown = await Record.ExceptionAsync(() => run(role));
                Assert.True(thrown is null or MissingRightException or PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege }, $"{name} as {role}: {thrown}");
                cells.Add(thrown is null ? "✓" : "–");
            }

            table.Add($"| {name} | {string.Join(" | ", cells)} |");
        }

        string written = string.Join('\n', table);
        if (Environment.GetEnvironmentVariable("EVENTSTORE_TEST_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(Path.Combine(FindRoot(), Page), _page[..(_page.IndexOf("|---|---|---|---|---|\n", StringComparison.Ordinal) + 22)] + written + "\n", TestContext.Current.CancellationToken);
            return;
        }

        Assert.EndsWith($"|---|---|---|---|---|\n{written}\n", _page, StringComparison.Ordinal);
    }

    [Fact, Proves("F-25")]
    public async Task A_missing_right_is_named_with_the_statement_that_grants_it()
    {
        string other = $"{_schema}_projector";
        await ExecuteAsync($"revoke all on schema {_schema} from {other}");
        try
        {
            foreach (Func<IEventStore, Task> call in (Func<IEventStore, Task>[])
            [
                store => store.HasStreamAsync("late"),
                store => store.LoadAsync("late").CountAsync().AsTask(),
                store => store.AppendToAsync("late", [Event()]),
                store => store.Query(() => 0).FromAll().WhenAny((count, _) => count).RunAsync(),
                _ => ReadProjectionsAsync("projector"),
                _ => RunAsync("projector"),
                _ => CheckpointAsync("projector", "links", ProjectionSteps.Link("late", Events.Plain())),
            ])
            {
                await UntilGrantedAsync("projector", call);
            }
        }
        finally
        {
            await ExecuteAsync($"revoke all on all tables in schema {_schema} from {other}");
        }

        MissingRightException create = await Assert.ThrowsAsync<MissingRightException>(() => _stores["writer"].CreateStreamAsync("mine"));
        Assert.Equal(("INSERT, SELECT", $"table \"{_schema}\".event_streams"), (create.Right, create.On));
        MissingRightException append = Assert.IsType<MissingRightException>(await Record.ExceptionAsync(() => _stores["reader"].AppendToAsync("late", [Event()])));
        Assert.Contains("INSERT", append.Right + append.On + append.Statement, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await _stores["owner"].LoadAsync("early").ToListAsync());
    }

    /// <summary>Executes what each refusal says until there is none: then the messages have named all that it takes.</summary>
    private async Task UntilGrantedAsync(string role, Func<IEventStore, Task> call)
    {
        var statements = new List<string>();
        for (int i = 0; i < 6; i++)
        {
            Exception? thrown = await Record.ExceptionAsync(() => call(_stores[role]));
            if (thrown is null)
            {
                return;
            }

            MissingRightException missing = Assert.IsType<MissingRightException>(thrown);
            Assert.Contains(missing.Statement, missing.Message, StringComparison.Ordinal);
            statements.Add(missing.Statement);
            await ExecuteAsync(missing.Statement.Replace($"to {new StoreSchema(_schema, new NpgsqlConnectionStringBuilder(TestServer.ConnectionString).Username).Role}", $"to {_schema}_{role}", StringComparison.Ordinal));
        }

        Assert.Fail($"The rights that were named do not suffice: {string.Join("; ", statements)}");
    }

    private async Task DeleteAsync(string role)
    {
        await _stores["owner"].CreateStreamAsync($"to-delete-{role}");
        await _stores[role].DeleteStreamAsync($"to-delete-{role}");
    }

    private async Task AppendWithinAsync(string role)
    {
        await using NpgsqlConnection connection = new($"{TestServer.ConnectionString};Options=-c role={_schema}_{role}");
        await connection.OpenAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await _stores[role].Within(transaction).AppendToAsync("late", [Event()]);
        await transaction.CommitAsync();
    }

    private async Task RawAsync(string role, string sql)
    {
        await using NpgsqlConnection connection = new($"{TestServer.ConnectionString};Options=-c role={_schema}_{role};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private IProjectionStore Projections(string role) => _logs[role].Projections;

    private async Task ReadProjectionsAsync(string role)
    {
        Assert.Contains("early-emitted", await Projections(role).FetchNamesAsync(new NameQuery(false, null, null, null, 0), default));
        Assert.NotNull(await Projections(role).FindAsync("early-emitted", default));
        Assert.Empty(await Projections(role).FetchParkedAsync("early-emitted", default));
        await Projections(role).PollAsync(["early-emitted"], default);
    }

    private async Task RunAsync(string role)
    {
        ProjectionLease lease = await Projections(role).AcquiredAsync($"runs-{role}");
        await Projections(role).CheckpointAsync(ProjectionSteps.Checkpoint(lease) with { Parked = [ProjectionSteps.Parked(1)] }, default);
        await Projections(role).RenewAsync(lease, default);
        await Projections(role).ResetAsync(lease, null, default);
        await Projections(role).DeleteAsync(lease, true, null, default);
    }

    private async Task CheckpointAsync(string role, string projection, ProjectionAppend append)
    {
        ProjectionLease lease = ProjectionSteps.Lease(projection);
        StoredProjection stored = (await Projections(role).AcquireAsync(lease, StreamSelection.All, default))!;
        try
        {
            await Projections(role).CheckpointAsync(ProjectionSteps.Checkpoint(lease, stored.Revision, "1", append), default);
        }
        finally
        {
            await Projections(role).ReleaseAsync(lease, default);
        }
    }

    private async Task ResetAsync(string role)
    {
        await CheckpointAsync("owner", $"resets-{role}", ProjectionSteps.Emit($"resets-{role}", Events.Plain()));
        ProjectionLease lease = await Projections(role).AcquiredAsync($"resets-{role}");
        await Projections(role).ResetAsync(lease, null, default);
    }

    private string TableOf(string stream) => new StoreSchema(_schema).TableOf(stream).Table;

    private static DomainEvent Event() => DomainEvent.Create(Users.Catalog, new UserCreated("Alex"));

    private async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private string Adapt(string sql) => SchemaName().Replace(RoleName().Replace(sql, $"{_schema}_$1"), _schema);

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "EventStore.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run inside of the repository.");
    }

    [GeneratedRegex(@"```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlock();

    [GeneratedRegex(@"\bes_(owner|writer|reader|projector)\b")]
    private static partial Regex RoleName();

    [GeneratedRegex(@"\bes\b")]
    private static partial Regex SchemaName();
}
