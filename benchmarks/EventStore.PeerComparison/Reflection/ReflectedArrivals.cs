using EventStore.LoadTest.Domain;

namespace EventStore.PeerComparison.Reflection;

/// <summary>A projection that only tells when it has an event.</summary>
internal sealed class ReflectedArrivals(ReflectionStore store, Arrivals arrivals) : ReflectedProjection(store, "arrivals")
{
    public void WhenAccountOpened(AccountOpened e, Guid id) => arrivals.Add();

    public void WhenMoneyDeposited(MoneyDeposited e, Guid id) => arrivals.Add();

    public void WhenMoneyWithdrawn(MoneyWithdrawn e, Guid id) => arrivals.Add();

    public void WhenOwnerRenamed(OwnerRenamed e, Guid id) => arrivals.Add();
}
