using EventStore.LoadTest.Domain;

namespace EventStore.PeerComparison.Reflection;

/// <summary>The aggregate: it records events, and follows them by handlers that are found by their names.</summary>
internal sealed class ReflectedAccount(Guid id)
{
    private List<ReflectedEvent> _recorded = [];

    public Guid Id => id;

    public int Version { get; private set; }

    public string Owner { get; private set; } = "";

    public decimal Balance { get; private set; }

    public void Go(Script script, int events, IReadOnlyList<Dictionary<string, object>> metadata)
    {
        for (int i = 0; i < events; i++)
        {
            int before = Version;
            object payload = Decisions.Next(script, before, Owner, Balance);
            Apply(payload);
            _recorded.Add(new ReflectedEvent(id, Version, payload, metadata.At(before)));
        }
    }

    public void Apply(object payload)
    {
        Version++;
        Handlers.Handle(this, payload);
    }

    /// <summary>What was recorded since the last time.</summary>
    public List<ReflectedEvent> PopRecorded()
    {
        List<ReflectedEvent> recorded = _recorded;
        _recorded = [];
        return recorded;
    }

    public void WhenAccountOpened(AccountOpened e) => Owner = e.Owner;

    public void WhenMoneyDeposited(MoneyDeposited e) => Balance += e.Amount;

    public void WhenMoneyWithdrawn(MoneyWithdrawn e) => Balance -= e.Amount;

    public void WhenOwnerRenamed(OwnerRenamed e) => Owner = e.Owner;
}
