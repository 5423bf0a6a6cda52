namespace EventStore.Conformance.Projections;

/// <summary>A read model in memory that shows what was called on it.</summary>
public class NameModel : ReadModel
{
    public List<string> Calls { get; } = [];

    public List<string> Names { get; } = [];

    public bool IsThere { get; set; }

    public Exception? FailsWith { get; set; }

    public override Task InitAsync(CancellationToken cancellationToken)
    {
        Calls.Add("init");
        IsThere = true;
        return Task.CompletedTask;
    }

    public override Task<bool> IsInitializedAsync(CancellationToken cancellationToken) => Task.FromResult(IsThere);

    public override Task ResetAsync(CancellationToken cancellationToken)
    {
        Calls.Add("reset");
        Names.Clear();
        return Task.CompletedTask;
    }

    public override Task DeleteAsync(CancellationToken cancellationToken)
    {
        Calls.Add("delete");
        Names.Clear();
        IsThere = false;
        return Task.CompletedTask;
    }

    public override Task PersistAsync(CancellationToken cancellationToken)
    {
        Calls.Add("persist");
        return FailsWith is null ? base.PersistAsync(cancellationToken) : throw FailsWith;
    }

    public void Insert(string name) => Stack(_ =>
    {
        Names.Add(name);
        return Task.CompletedTask;
    });

    /// <summary>As whoever lies elsewhere has to do it: a block that failed is persisted again.</summary>
    public void Know(string name) => Stack(_ =>
    {
        if (!Names.Contains(name))
        {
            Names.Add(name);
        }

        return Task.CompletedTask;
    });

    public void Update(string name) => Stack(_ =>
    {
        Names[^1] = name;
        return Task.CompletedTask;
    });
}
