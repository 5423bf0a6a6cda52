using EventStore.LoadTest.Domain;

namespace EventStore.PeerComparison.Ours;

/// <summary>A projection in the store that appends.</summary>
internal sealed class OurLatencyProbe : ILatencyProbe
{
    private readonly Arrivals _arrivals = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly IEventStore _store;
    private readonly Repository<Account> _repository;
    private readonly Script _script;
    private readonly Account _account;
    private readonly Task _following;

    public OurLatencyProbe(IEventStore store, string stream, Script script)
    {
        _store = store;
        _script = script;
        _account = Account.Open(Guid.CreateVersion7(), script);
        _repository = new Repository<Account>(store, stream);
        _following = store
            .Projector($"{stream}-arrivals", () => 0L)
            .FromStream(stream)
            .WhenAny((count, _) =>
            {
                _arrivals.Add();
                return count + 1;
            })
            .RunAsync(keepRunning: true, _ending.Token);
    }

    public TimeSpan Pause => TimeSpan.FromMilliseconds(100);

    public async Task<TimeSpan> TimeAsync(CancellationToken cancellationToken)
    {
        TimeSpan time = await _arrivals.TimeAsync(() => _repository.SaveAsync(_account, cancellationToken), _following, cancellationToken);
        _account.Go(_script, 1);
        return time;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAny(_following);
        await _store.DisposeAsync();
        _ending.Dispose();
    }
}
