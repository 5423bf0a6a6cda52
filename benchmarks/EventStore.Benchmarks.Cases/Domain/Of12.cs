using EventStore.Benchmarks.Dispatch;
using EventStore.Benchmarks.Names;

namespace EventStore.Benchmarks.Domain;

/// <summary>An aggregate of 12 events.</summary>
[Aggregate("of-12")]
public sealed partial class Of12 : ISummed
{
    public long Sum { get; private set; }

    public void When(SalesOrderPlaced e) => Sum += e.Value + 0;
    public void When(BillingPaymentCaptured e) => Sum += e.Value + 1;
    public void When(CrmItemRemoved e) => Sum += e.Value + 2;
    public void When(CatalogueOrderPlaced e) => Sum += e.Value + 3;
    public void When(SupportPaymentCaptured e) => Sum += e.Value + 4;
    public void When(ReturnsItemRemoved e) => Sum += e.Value + 5;
    public void When(FraudOrderPlaced e) => Sum += e.Value + 6;
    public void When(AuditPaymentCaptured e) => Sum += e.Value + 7;
    public void When(ReportingItemRemoved e) => Sum += e.Value + 8;
    public void When(SearchOrderPlaced e) => Sum += e.Value + 9;
    public void When(PayrollPaymentCaptured e) => Sum += e.Value + 10;
    public void When(QualityItemRemoved e) => Sum += e.Value + 11;
}

/// <summary>What a user would write by hand for it.</summary>
internal static class HandWritten12
{
    public static Of12 Switch(Of12 aggregate, int ordinal, object payload)
    {
        switch (ordinal)
        {
            case 0: aggregate.When((SalesOrderPlaced)payload); return aggregate;
            case 1: aggregate.When((BillingPaymentCaptured)payload); return aggregate;
            case 2: aggregate.When((CrmItemRemoved)payload); return aggregate;
            case 3: aggregate.When((CatalogueOrderPlaced)payload); return aggregate;
            case 4: aggregate.When((SupportPaymentCaptured)payload); return aggregate;
            case 5: aggregate.When((ReturnsItemRemoved)payload); return aggregate;
            case 6: aggregate.When((FraudOrderPlaced)payload); return aggregate;
            case 7: aggregate.When((AuditPaymentCaptured)payload); return aggregate;
            case 8: aggregate.When((ReportingItemRemoved)payload); return aggregate;
            case 9: aggregate.When((SearchOrderPlaced)payload); return aggregate;
            case 10: aggregate.When((PayrollPaymentCaptured)payload); return aggregate;
            case 11: aggregate.When((QualityItemRemoved)payload); return aggregate;
            default: throw new ArgumentOutOfRangeException(nameof(ordinal));
        }
    }

    public static Of12 TypeSwitch(Of12 aggregate, object payload)
    {
        switch (payload)
        {
            case SalesOrderPlaced e: aggregate.When(e); return aggregate;
            case BillingPaymentCaptured e: aggregate.When(e); return aggregate;
            case CrmItemRemoved e: aggregate.When(e); return aggregate;
            case CatalogueOrderPlaced e: aggregate.When(e); return aggregate;
            case SupportPaymentCaptured e: aggregate.When(e); return aggregate;
            case ReturnsItemRemoved e: aggregate.When(e); return aggregate;
            case FraudOrderPlaced e: aggregate.When(e); return aggregate;
            case AuditPaymentCaptured e: aggregate.When(e); return aggregate;
            case ReportingItemRemoved e: aggregate.When(e); return aggregate;
            case SearchOrderPlaced e: aggregate.When(e); return aggregate;
            case PayrollPaymentCaptured e: aggregate.When(e); return aggregate;
            case QualityItemRemoved e: aggregate.When(e); return aggregate;
            default: throw new ArgumentOutOfRangeException(nameof(payload));
        }
    }

    public static int Find(ReadOnlySpan<char> name) => name switch
    {
        "sales.order-placed.v1" => 0,
        "billing.payment-captured.v2" => 1,
        "crm.item-removed.v3" => 2,
        "catalogue.order-placed.v1" => 3,
        "support.payment-captured.v2" => 4,
        "returns.item-removed.v3" => 5,
        "fraud.order-placed.v1" => 6,
        "audit.payment-captured.v2" => 7,
        "reporting.item-removed.v3" => 8,
        "search.order-placed.v1" => 9,
        "payroll.payment-captured.v2" => 10,
        "quality.item-removed.v3" => 11,
        _ => -1,
    };

    public static object[] Events() =>
    [
        new SalesOrderPlaced(0),
        new BillingPaymentCaptured(1),
        new CrmItemRemoved(2),
        new CatalogueOrderPlaced(3),
        new SupportPaymentCaptured(4),
        new ReturnsItemRemoved(5),
        new FraudOrderPlaced(6),
        new AuditPaymentCaptured(7),
        new ReportingItemRemoved(8),
        new SearchOrderPlaced(9),
        new PayrollPaymentCaptured(10),
        new QualityItemRemoved(11),
    ];

    public static Action<Of12, object>[] Delegates() =>
    [
        static (aggregate, payload) => aggregate.When((SalesOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((BillingPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((CrmItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((CatalogueOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((SupportPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((ReturnsItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((AuditPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((ReportingItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((SearchOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PayrollPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((QualityItemRemoved)payload),
    ];

    public static string[] Names() =>
    [
        "sales.order-placed.v1",
        "billing.payment-captured.v2",
        "crm.item-removed.v3",
        "catalogue.order-placed.v1",
        "support.payment-captured.v2",
        "returns.item-removed.v3",
        "fraud.order-placed.v1",
        "audit.payment-captured.v2",
        "reporting.item-removed.v3",
        "search.order-placed.v1",
        "payroll.payment-captured.v2",
        "quality.item-removed.v3",
    ];
}

internal sealed class DispatchOf12() : DispatchPass<Of12>(HandWritten12.Events(), HandWritten12.Delegates())
{
    public override long HandWrittenSwitch()
    {
        Of12 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten12.Switch(aggregate, HandWrittenOrdinals[i], Payloads[i]);

        return aggregate.Sum;
    }

    protected override IApplier<Of12> Applier { get; } = new Apply12();

    public override long TypeSwitch()
    {
        Of12 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten12.TypeSwitch(aggregate, Payloads[i]);

        return aggregate.Sum;
    }
}

internal sealed class Apply12 : IApplier<Of12>
{
    public Of12 Apply(Of12 aggregate, int ordinal, object payload) => HandWritten12.Switch(aggregate, ordinal, payload);
}

internal sealed class NamesOf12() : NamePass<Of12>(HandWritten12.Names())
{
    public override int StringSwitch()
    {
        int sum = 0;
        Span<char> characters = stackalloc char[LongestName];
        foreach (byte[] name in Utf8Names)
            sum += HandWritten12.Find(Decode(name, characters));

        return sum;
    }
}
