namespace EventStore.Generators.Fixture;

/// <summary>Records for a handler: the compiler looks into the handler's own type only, so the library refuses it when it runs.</summary>
internal static class Careless
{
    public static void Deposit(Account account) => account.Deposit(1);

    public static Counter Add(Counter counter) => counter.Add(1);
}
