namespace EventStore.PeerComparison.Reflection;

/// <summary>A projection that looks for events again and again.</summary>
internal sealed class ReflectionLatencyProbe : ILatencyProbe
{
    private readonly Arrivals _arrivals = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly ReflectionStore _store;
    private readonly Action<ReflectedAccount> _act;
    private readonly ReflectedAccount _account = new(Guid.CreateVersion7());
    private readonly Task _following;

    public ReflectionLatencyProbe(ReflectionStore store, Action<ReflectedAccount> act)
    {
        _store = store;
        _act = act;
        _following = new ReflectedArrivals(store, _arrivals).RunAsync(keepRunning: true, _ending.Token);
    }

    public TimeSpan Pause => ReflectedProjection.Sleep;

    public Task<TimeSpan> TimeAsync(CancellationToken cancellationToken) => _arrivals.TimeAsync(
        () =>
        {
            _act(_account);
            return _store.AppendAsync(_account.PopRecorded());
        },
        _following,
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAny(_following);
        await _store.DisposeAsync();
        _ending.Dispose();
    }
}
