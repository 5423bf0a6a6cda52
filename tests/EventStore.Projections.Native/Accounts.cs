namespace EventStore.Projections.Native;

/// <summary>Fills a store.</summary>
internal static class Accounts
{
    public const string Stream = "accounts-1";

    public static readonly Guid Ada = Guid.Parse("00000000-0000-7000-8000-000000000001");

    public static readonly Guid Bob = Guid.Parse("00000000-0000-7000-8000-000000000002");

    /// <summary>Ada and Bob open accounts; Ada deposits 10 and 20, Bob 30. Gives the last position.</summary>
    public static async Task<long> FillAsync(IEventStore store)
    {
        await store.InstallAsync();
        if (await store.HasStreamAsync(Stream))
        {
            await store.DeleteStreamAsync(Stream);
        }

        await store.CreateStreamAsync(Stream);
        return (await store.AppendToAsync(Stream, [Of(Ada, 1, new AccountOpened("Ada")), Of(Bob, 1, new AccountOpened("Bob")), Of(Ada, 2, new MoneyDeposited(10)), Of(Ada, 3, new MoneyDeposited(20)), Of(Bob, 2, new MoneyDeposited(30))])).Positions[^1];
    }

    public static async Task<long> AppendAsync(IEventStore store, Guid account, long version, object payload) =>
        (await store.AppendToAsync(Stream, [Of(account, version, payload)])).Positions[^1];

    private static DomainEvent Of(Guid account, long version, object payload) =>
        DomainEvent.Create(BankEvents.Catalog, payload, account, EventMetadata.Empty.With("teller", account == Ada ? "one" : "two")).WithAggregateType("account").WithVersion(version);
}
