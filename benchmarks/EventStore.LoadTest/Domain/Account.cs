namespace EventStore.LoadTest.Domain;

/// <summary>The aggregate, as a user writes it.</summary>
[Aggregate(Script.AggregateType)]
internal sealed partial class Account
{
    public string Owner { get; private set; } = "";

    public decimal Balance { get; private set; }

    public int Events { get; private set; }

    public static Account Open(Guid id, Script script)
    {
        Account account = New(id);
        account.Go(script);
        return account;
    }

    /// <summary>Records the next events of the script.</summary>
    public void Go(Script script, int events)
    {
        for (int i = 0; i < events; i++)
        {
            Go(script);
        }
    }

    private void Go(Script script)
    {
        EventMetadata metadata = script.Metadata(Events);
        switch (Script.StepAt(Events))
        {
            case Step.Opened:
                RecordThat(script.Opened(Events), metadata);
                break;
            case Step.Deposited:
                RecordThat(script.Deposited(Events, Balance), metadata);
                break;
            case Step.Withdrawn:
                RecordThat(script.Withdrawn(Events, Balance), metadata);
                break;
            default:
                RecordThat(script.Renamed(Events, Owner), metadata);
                break;
        }
    }

    private void When(AccountOpened e)
    {
        Owner = e.Owner;
        Events++;
    }

    private void When(MoneyDeposited e)
    {
        Balance += e.Amount;
        Events++;
    }

    private void When(MoneyWithdrawn e)
    {
        Balance -= e.Amount;
        Events++;
    }

    private void When(OwnerRenamed e)
    {
        Owner = e.Owner;
        Events++;
    }
}
