using EventStore.LoadTest.Domain;

namespace EventStore.PeerComparison.Martens;

/// <summary>The aggregate, as Marten's users write it: <c>Apply</c> by convention.</summary>
internal sealed partial class MartenAccount
{
    public Guid Id { get; set; }

    public string Owner { get; set; } = "";

    public decimal Balance { get; set; }

    public int Events { get; set; }

    public void Apply(AccountOpened e)
    {
        Owner = e.Owner;
        Events++;
    }

    public void Apply(MoneyDeposited e)
    {
        Balance += e.Amount;
        Events++;
    }

    public void Apply(MoneyWithdrawn e)
    {
        Balance -= e.Amount;
        Events++;
    }

    public void Apply(OwnerRenamed e)
    {
        Owner = e.Owner;
        Events++;
    }

    /// <summary>Decides on the next event. Marten folds it itself: what it has handed out is not to be changed.</summary>
    public object Decide(Script script) => Decisions.Next(script, Events, Owner, Balance);

    /// <summary>Decides on the next events, and folds them, as the library's aggregate does.</summary>
    public object[] Go(Script script, int events)
    {
        object[] decided = new object[events];
        for (int i = 0; i < events; i++)
        {
            object next = Decide(script);
            decided[i] = next;
            switch (next)
            {
                case AccountOpened e:
                    Apply(e);
                    break;
                case MoneyDeposited e:
                    Apply(e);
                    break;
                case MoneyWithdrawn e:
                    Apply(e);
                    break;
                case OwnerRenamed e:
                    Apply(e);
                    break;
                default:
                    throw new InvalidOperationException($"{next} is no event of an account.");
            }
        }

        return decided;
    }
}
