using EventStore.Conformance.Domain;

namespace EventStore.Model.Tests.Programs;

/// <summary>A query that notes the position of each event it handles.</summary>
internal sealed class RunningQuery
{
    private readonly Query<List<long>> _query;
    private RunQuery _run = new(0, null, null);
    private int _handled;

    public RunningQuery(IEventStore store, MakeQuery make, MetadataMatcher matcher)
    {
        _query = store.Query(() => new List<long>());
        _query = make.Kind switch
        {
            QueryKind.Streams => _query.FromStreams(make.Names.Select(name => new StreamSource(name, matcher))),
            QueryKind.Categories when make.Names.Length == 1 => _query.FromCategory(make.Names[0], matcher),
            QueryKind.Categories => _query.FromCategories(make.Names),
            _ => _query.FromAll(matcher),
        };
        _query = make.IsTyped
            ? _query.When<UsernameChanged>((state, e, context) => Handle(state, e.Position, context))
                .When<IntegerNoted>((state, e, context) => Handle(state, e.Position, context))
            : _query.WhenAny((state, e, context) => Handle(state, e.Position, context));
    }

    public async Task<IReadOnlyList<long>> RunAsync(RunQuery run)
    {
        _run = run;
        _handled = 0;
        return await _query.RunAsync();
    }

    public void Reset() => _query.Reset();

    private List<long> Handle(List<long> state, long position, QueryContext context)
    {
        _handled++;
        if (_handled == _run.ThrowAt)
        {
            throw new NotSupportedException(Layers.Refused);
        }

        if (_handled == _run.StopAt)
        {
            context.Stop();
        }

        return [.. state, position];
    }
}
