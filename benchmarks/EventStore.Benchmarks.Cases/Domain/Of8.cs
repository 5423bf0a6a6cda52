using EventStore.Benchmarks.Dispatch;
using EventStore.Benchmarks.Names;

namespace EventStore.Benchmarks.Domain;

/// <summary>An aggregate of 8 events.</summary>
[Aggregate("of-8")]
public sealed partial class Of8 : ISummed
{
    public long Sum { get; private set; }

    public void When(SalesOrderPlaced e) => Sum += e.Value + 0;
    public void When(WarehouseCustomerRenamed e) => Sum += e.Value + 1;
    public void When(CatalogueOrderPlaced e) => Sum += e.Value + 2;
    public void When(LoyaltyCustomerRenamed e) => Sum += e.Value + 3;
    public void When(FraudOrderPlaced e) => Sum += e.Value + 4;
    public void When(IdentityCustomerRenamed e) => Sum += e.Value + 5;
    public void When(SearchOrderPlaced e) => Sum += e.Value + 6;
    public void When(PlanningCustomerRenamed e) => Sum += e.Value + 7;
}

/// <summary>What a user would write by hand for it.</summary>
internal static class HandWritten8
{
    public static Of8 Switch(Of8 aggregate, int ordinal, object payload)
    {
        switch (ordinal)
        {
            case 0: aggregate.When((SalesOrderPlaced)payload); return aggregate;
            case 1: aggregate.When((WarehouseCustomerRenamed)payload); return aggregate;
            case 2: aggregate.When((CatalogueOrderPlaced)payload); return aggregate;
            case 3: aggregate.When((LoyaltyCustomerRenamed)payload); return aggregate;
            case 4: aggregate.When((FraudOrderPlaced)payload); return aggregate;
            case 5: aggregate.When((IdentityCustomerRenamed)payload); return aggregate;
            case 6: aggregate.When((SearchOrderPlaced)payload); return aggregate;
            case 7: aggregate.When((PlanningCustomerRenamed)payload); return aggregate;
            default: throw new ArgumentOutOfRangeException(nameof(ordinal));
        }
    }

    public static Of8 TypeSwitch(Of8 aggregate, object payload)
    {
        switch (payload)
        {
            case SalesOrderPlaced e: aggregate.When(e); return aggregate;
            case WarehouseCustomerRenamed e: aggregate.When(e); return aggregate;
            case CatalogueOrderPlaced e: aggregate.When(e); return aggregate;
            case LoyaltyCustomerRenamed e: aggregate.When(e); return aggregate;
            case FraudOrderPlaced e: aggregate.When(e); return aggregate;
            case IdentityCustomerRenamed e: aggregate.When(e); return aggregate;
            case SearchOrderPlaced e: aggregate.When(e); return aggregate;
            case PlanningCustomerRenamed e: aggregate.When(e); return aggregate;
            default: throw new ArgumentOutOfRangeException(nameof(payload));
        }
    }

    public static int Find(ReadOnlySpan<char> name) => name switch
    {
        "sales.order-placed.v1" => 0,
        "warehouse.customer-renamed.v2" => 1,
        "catalogue.order-placed.v1" => 2,
        "loyalty.customer-renamed.v2" => 3,
        "fraud.order-placed.v1" => 4,
        "identity.customer-renamed.v2" => 5,
        "search.order-placed.v1" => 6,
        "planning.customer-renamed.v2" => 7,
        _ => -1,
    };

    public static object[] Events() =>
    [
        new SalesOrderPlaced(0),
        new WarehouseCustomerRenamed(1),
        new CatalogueOrderPlaced(2),
        new LoyaltyCustomerRenamed(3),
        new FraudOrderPlaced(4),
        new IdentityCustomerRenamed(5),
        new SearchOrderPlaced(6),
        new PlanningCustomerRenamed(7),
    ];

    public static Action<Of8, object>[] Delegates() =>
    [
        static (aggregate, payload) => aggregate.When((SalesOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((WarehouseCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((CatalogueOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((IdentityCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((SearchOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PlanningCustomerRenamed)payload),
    ];

    public static string[] Names() =>
    [
        "sales.order-placed.v1",
        "warehouse.customer-renamed.v2",
        "catalogue.order-placed.v1",
        "loyalty.customer-renamed.v2",
        "fraud.order-placed.v1",
        "identity.customer-renamed.v2",
        "search.order-placed.v1",
        "planning.customer-renamed.v2",
    ];
}

internal sealed class DispatchOf8() : DispatchPass<Of8>(HandWritten8.Events(), HandWritten8.Delegates())
{
    public override long HandWrittenSwitch()
    {
        Of8 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten8.Switch(aggregate, HandWrittenOrdinals[i], Payloads[i]);

        return aggregate.Sum;
    }

    protected override IApplier<Of8> Applier { get; } = new Apply8();

    public override long TypeSwitch()
    {
        Of8 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten8.TypeSwitch(aggregate, Payloads[i]);

        return aggregate.Sum;
    }
}

internal sealed class Apply8 : IApplier<Of8>
{
    public Of8 Apply(Of8 aggregate, int ordinal, object payload) => HandWritten8.Switch(aggregate, ordinal, payload);
}

internal sealed class NamesOf8() : NamePass<Of8>(HandWritten8.Names())
{
    public override int StringSwitch()
    {
        int sum = 0;
        Span<char> characters = stackalloc char[LongestName];
        foreach (byte[] name in Utf8Names)
            sum += HandWritten8.Find(Decode(name, characters));

        return sum;
    }
}
