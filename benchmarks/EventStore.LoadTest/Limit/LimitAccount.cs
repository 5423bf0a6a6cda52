using EventStore.LoadTest.Domain;

namespace EventStore.LoadTest.Limit;

/// <summary>The aggregate, written by hand.</summary>
internal sealed class LimitAccount(Guid id)
{
    public Guid Id { get; } = id;

    public string Owner { get; private set; } = "";

    public decimal Balance { get; private set; }

    public int Events { get; private set; }

    /// <summary>Takes an event that has been read.</summary>
    public void When(ReadOnlySpan<byte> name, ReadOnlySpan<byte> payload)
    {
        switch (LimitReading.Read(name, payload))
        {
            case MoneyDeposited e:
                When(e);
                break;
            case MoneyWithdrawn e:
                When(e);
                break;
            case OwnerRenamed e:
                When(e);
                break;
            case AccountOpened e:
                When(e);
                break;
        }
    }

    /// <summary>Decides the next events of the script, and writes them into a buffer.</summary>
    public void Go(Script script, int events, AppendBuffer buffer)
    {
        for (int i = 0; i < events; i++)
        {
            ReadOnlyMemory<byte> metadata = script.Utf8Metadata(Events);
            switch (Script.StepAt(Events))
            {
                case Step.Opened:
                    AccountOpened opened = script.Opened(Events);
                    When(opened);
                    buffer.Add(Id, Events, "account-opened", opened, LimitJson.Default.AccountOpened, metadata);
                    break;
                case Step.Deposited:
                    MoneyDeposited deposited = script.Deposited(Events, Balance);
                    When(deposited);
                    buffer.Add(Id, Events, "money-deposited", deposited, LimitJson.Default.MoneyDeposited, metadata);
                    break;
                case Step.Withdrawn:
                    MoneyWithdrawn withdrawn = script.Withdrawn(Events, Balance);
                    When(withdrawn);
                    buffer.Add(Id, Events, "money-withdrawn", withdrawn, LimitJson.Default.MoneyWithdrawn, metadata);
                    break;
                default:
                    OwnerRenamed renamed = script.Renamed(Events, Owner);
                    When(renamed);
                    buffer.Add(Id, Events, "owner-renamed", renamed, LimitJson.Default.OwnerRenamed, metadata);
                    break;
            }
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
