using EventStore.LoadTest.Domain;
using EventStore.LoadTest.Servers;
using EventStore.PeerComparison.Measuring;
using Npgsql;

namespace EventStore.PeerComparison;

/// <summary>What all peers have in common. Immutable.</summary>
/// <param name="Connection">To the server, with the size of each peer's pool.</param>
/// <param name="Script">What happens to the accounts.</param>
/// <param name="Pace">How much of it.</param>
internal sealed record Setting(Connection Connection, Script Script, Pace Pace)
{
    /// <summary>How many events the accounts have that are loaded, and out of which projections are rebuilt.</summary>
    public const int HistoryEach = 100;

    /// <summary>An account gets no more events than this by appends.</summary>
    public const int LongestHistory = 100;

    /// <summary>How many events the accounts have at first that are changed.</summary>
    public const int UpdatedEach = 10;

    /// <summary>How many accounts are written to at the same time while streams are filled.</summary>
    private const int FillingAtOnce = 8;

    /// <summary>The metadata of the events, for those that have no type of their own for it.</summary>
    public IReadOnlyList<Dictionary<string, object>> Metadata { get; } = Metadatas.Of(Script);

    public int HistoryAccounts => Pace.Events / HistoryEach;

    /// <summary>What all accounts of the history have together: each of them the same.</summary>
    private decimal HistoryBalance { get; } = Balance(Script) * (Pace.Events / HistoryEach);

    /// <summary>New accounts, each with so many events.</summary>
    /// <param name="accounts">How many accounts.</param>
    /// <param name="fill">Makes one, of the id that it gets.</param>
    public static async Task<Guid[]> FillAsync(int accounts, Func<Guid, Task> fill)
    {
        Guid[] ids = [.. Enumerable.Range(0, accounts).Select(_ => Guid.CreateVersion7())];
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = FillingAtOnce }, async (id, _) => await fill(id));
        return ids;
    }

    public static void Check(long found, long expected)
    {
        if (found != expected)
        {
            throw new InvalidOperationException($"{expected} events were expected, and {found} were found.");
        }
    }

    /// <summary>Whether a projection has come to what the history has.</summary>
    public void CheckBalance(decimal found)
    {
        if (found != HistoryBalance)
        {
            throw new InvalidOperationException($"The accounts have {HistoryBalance} together, and a projection came to {found}.");
        }
    }

    /// <summary>
    /// Looks at what was written, so that statements are planned well, and lets none of it be written out while it is
    /// measured, where that is allowed.
    /// </summary>
    public async Task SettleAsync()
    {
        await using NpgsqlDataSource source = Connection.BuildSource();
        try
        {
            foreach (string statement in (string[])["vacuum (analyze)", "checkpoint"])
            {
                await using NpgsqlCommand command = source.CreateCommand(statement);
                await command.ExecuteNonQueryAsync();
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // A server that somebody else looks after.
        }
    }

    private static decimal Balance(Script script)
    {
        decimal balance = 0;
        for (int n = 0; n < HistoryEach; n++)
        {
            balance = Decisions.Next(script, n, "", balance) switch
            {
                MoneyDeposited deposited => deposited.Balance,
                MoneyWithdrawn withdrawn => withdrawn.Balance,
                _ => balance,
            };
        }

        return balance;
    }
}
