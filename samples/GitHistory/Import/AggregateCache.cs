using EventStore;

namespace GitHistory.Import;

/// <summary>The aggregates that an import works on: each is loaded once, or made where there is none, and kept at hand.</summary>
/// <param name="repository">Where they are loaded from.</param>
/// <param name="isComplete">Whether the stream is empty: then what is not here is nowhere, and nothing needs to be asked.</param>
/// <param name="create">Makes a new one.</param>
internal sealed class AggregateCache<TAggregate>(Repository<TAggregate> repository, bool isComplete, Func<Guid, TAggregate> create)
    where TAggregate : class, IAggregate<TAggregate>
{
    private const int MostKept = 200_000;

    private readonly Dictionary<Guid, TAggregate> _aggregates = [];
    private bool _isComplete = isComplete;

    public async ValueTask<TAggregate> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!_aggregates.TryGetValue(id, out TAggregate? aggregate))
        {
            aggregate = (_isComplete ? null : await repository.FindAsync(id, cancellationToken)) ?? create(id);
            _aggregates.Add(id, aggregate);
        }

        return aggregate;
    }

    /// <summary>Bounds the memory. To be called when everything is stored: what is forgotten can be loaded again.</summary>
    public void Trim()
    {
        if (_aggregates.Count > MostKept)
        {
            _aggregates.Clear();
            _isComplete = false;
        }
    }
}
