using EventStore.Conformance.Domain;

namespace EventStore.Model.Tests.Programs;

/// <summary>A real store, driven by operations: once with small pages, once with middlewares, over one storage.</summary>
internal sealed class StoreUnderTest : IProgramTarget, IAsyncDisposable
{
    private readonly IEventStore _plain;
    private readonly IEventStore _layered;
    private readonly List<long> _positions = [];
    private readonly Dictionary<int, (string Stream, User User)> _users = [];
    private readonly Dictionary<int, RunningQuery> _queries = [];
    private readonly Show _show;

    public StoreUnderTest(Action<EventStoreBuilder> storage)
    {
        _plain = Build(builder => storage(builder.WithPageSize(3)));
        _layered = Build(builder => storage(Layers.AddTo(builder)));
        _show = new Show(_positions);
    }

    public IEventStore Store => _plain;

    public Task<string> RunAsync(Operation operation) => _show.ResultAsync(() => CallAsync(operation));

    /// <summary>Forgets everything: what the next program finds is as new.</summary>
    public async Task ResetAsync(IEnumerable<string> streams)
    {
        foreach (string stream in streams)
        {
            await _plain.DeleteStreamAsync(stream);
        }

        _positions.Clear();
        _users.Clear();
        _queries.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _plain.DisposeAsync();
        await _layered.DisposeAsync();
    }

    private static IEventStore Build(Action<EventStoreBuilder> configure)
    {
        EventStoreBuilder builder = new EventStoreBuilder().AddEvents(Users.Catalog);
        configure(builder);
        return builder.Build();
    }

    private IEventStore Of(bool isLayered) => isLayered ? _layered : _plain;

    private MetadataMatcher Matcher(Condition[] conditions) =>
        conditions.Aggregate(MetadataMatcher.Empty, (matcher, condition) => matcher.With(condition.In(_positions)));

    private async Task<string> CallAsync(Operation operation)
    {
        switch (operation)
        {
            case Install:
                await _plain.InstallAsync();
                return "installed";
            case CreateStream create:
                await _plain.CreateStreamAsync(create.Stream);
                return "created";
            case DeleteStream delete:
                await _plain.DeleteStreamAsync(delete.Stream);
                return "deleted";
            case HasStream has:
                return $"{await _plain.HasStreamAsync(has.Stream)}";
            case ListNames list:
                return string.Join(", ", await ListAsync(list));
            case AppendUnits append:
                return await AppendAsync(append);
            case Load { IsBackwards: false } load:
                return _show.Stored(await Of(load.IsLayered).LoadAsync(load.Stream, load.From?.In(_positions) ?? 1, load.To?.In(_positions), load.Count, Matcher(load.Conditions)).ToListAsync());
            case Load load:
                return _show.Stored(await Of(load.IsLayered).LoadBackwardsAsync(load.Stream, load.From?.In(_positions), load.Count, Matcher(load.Conditions)).ToListAsync());
            case Merge merge:
                return _show.Stored(await _plain.MergeAndLoadAsync(merge.Sources.Select(source => new LoadStreamParameter(source.Stream, source.From.In(_positions), Matcher(source.Conditions))), merge.Count).ToListAsync());
            case MakeQuery make:
                _queries[make.Slot] = new RunningQuery(_plain, make, Matcher(make.Conditions));
                return "made";
            case RunQuery run:
                return _queries.TryGetValue(run.Slot, out RunningQuery? query) ? $"handled {_show.Numbers(await query.RunAsync(run))}" : "no query";
            case ResetQuery reset:
                _queries.GetValueOrDefault(reset.Slot)?.Reset();
                return "reset";
            default:
                return await CallRepositoryAsync(operation);
        }
    }

    private Task<IReadOnlyList<string>> ListAsync(ListNames list) => (list.OfCategories, list.Pattern) switch
    {
        (false, null) => _plain.FetchStreamNamesAsync(list.Filter, list.Limit, list.Offset),
        (false, { } pattern) => _plain.FetchStreamNamesRegexAsync(pattern, list.Limit, list.Offset),
        (true, null) => _plain.FetchCategoryNamesAsync(list.Filter, list.Limit, list.Offset),
        (true, { } pattern) => _plain.FetchCategoryNamesRegexAsync(pattern, list.Limit, list.Offset),
    };

    private async Task<string> AppendAsync(AppendUnits append)
    {
        if (append.Units.Count > 1)
        {
            IReadOnlyList<AppendOutcome> outcomes = await Of(append.IsLayered).AppendAsync(append.Units);
            return string.Join("; ", outcomes.Select(outcome => outcome.Exception is { } exception ? Kept(exception) : Kept(outcome.Result)));
        }

        try
        {
            return Kept(await Of(append.IsLayered).AppendAsync(append.Units[0]));
        }
        catch (MiddlewareException exception)
        {
            return Kept(exception);
        }
    }

    private string Kept(AppendResult result)
    {
        if (!result.AlreadyStored)
        {
            _positions.AddRange(result.Positions);
        }

        return _show.Result(result);
    }

    private string Kept(Exception exception)
    {
        _positions.AddRange(exception is MiddlewareException middleware ? middleware.Positions : []);
        return _show.Thrown(exception);
    }

    private async Task<string> CallRepositoryAsync(Operation operation)
    {
        switch (operation)
        {
            case FindUser find:
                return Shown(await new Repository<User>(Of(find.IsLayered), find.Stream).FindAsync(Planner.UserId(find.User)));
            case UpdateUserWith update:
                return await LearningAsync(update.Stream, async () => Shown(await new Repository<User>(Of(update.IsLayered), update.Stream).UpdateAsync(
                    Planner.UserId(update.User),
                    user =>
                    {
                        foreach (DomainEvent e in update.Events)
                        {
                            user.Apply(e);
                        }
                    })));
            case TakeUser take:
                User taken = take.IsNew
                    ? User.Blank(Planner.UserId(take.User))
                    : await new Repository<User>(_plain, take.Stream).GetAsync(Planner.UserId(take.User));
                _users[take.Slot] = (take.Stream, taken);
                return Shown(taken);
            case RenameUserBy rename when _users.TryGetValue(rename.Slot, out (string Stream, User User) renamed):
                renamed.User.Apply(rename.Event);
                return Shown(renamed.User);
            case SaveUser save when _users.TryGetValue(save.Slot, out (string Stream, User User) saved):
                return await LearningAsync(saved.Stream, async () => Shown(await new Repository<User>(Of(save.IsLayered), saved.Stream).SaveAsync(saved.User)));
            default:
                return "no user";
        }
    }

    /// <summary>A repository does not tell positions: they are read behind the last one that is known.</summary>
    private async Task<string> LearningAsync(string stream, Func<Task<string>> call)
    {
        long last = _positions.DefaultIfEmpty().Max();
        try
        {
            return await call();
        }
        catch (MiddlewareException exception)
        {
            _positions.AddRange(exception.Positions);
            last = _positions[^1];
            throw;
        }
        finally
        {
            if (await _plain.HasStreamAsync(stream))
            {
                _positions.AddRange(await _plain.LoadAsync(stream, last + 1).Select(e => e.Position).ToListAsync());
            }
        }
    }

    private static string Shown(User? user) => user is null ? "no such user" : $"user '{user.Username}' handled {user.Handled} version {user.Version}";
}
