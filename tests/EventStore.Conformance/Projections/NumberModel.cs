using EventStore.Conformance.Domain;

namespace EventStore.Conformance.Projections;

/// <summary>A read model in memory whose handlers are generated, and wait for what a test lets them wait for.</summary>
[ReadModel("numbers")]
public sealed partial class NumberModel : ReadModel
{
    private bool _isThere;

    public List<long> Numbers { get; } = [];

    public Func<long, ReadModelContext, Task> Handling { get; set; } = (_, _) => Task.CompletedTask;

    public override Task InitAsync(CancellationToken cancellationToken)
    {
        _isThere = true;
        return Task.CompletedTask;
    }

    public override Task<bool> IsInitializedAsync(CancellationToken cancellationToken) => Task.FromResult(_isThere);

    public override Task ResetAsync(CancellationToken cancellationToken)
    {
        Numbers.Clear();
        return Task.CompletedTask;
    }

    public override Task DeleteAsync(CancellationToken cancellationToken) => ResetAsync(cancellationToken);

    public void Insert(long number) => Stack(_ =>
    {
        Numbers.Add(number);
        return Task.CompletedTask;
    });

    private async Task When(IntegerNoted noted, ReadModelContext context)
    {
        await Handling(noted.Value, context).ConfigureAwait(false);
        Insert(noted.Value);
    }
}
