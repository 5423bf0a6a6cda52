using EventStore.Benchmarks.Dispatch;
using EventStore.Benchmarks.Names;

namespace EventStore.Benchmarks.Domain;

/// <summary>An aggregate of 2 events.</summary>
[Aggregate("of-2")]
public sealed partial class Of2 : ISummed
{
    public long Sum { get; private set; }

    public void When(SalesOrderPlaced e) => Sum += e.Value + 0;
    public void When(FraudOrderPlaced e) => Sum += e.Value + 1;
}

/// <summary>What a user would write by hand for it.</summary>
internal static class HandWritten2
{
    public static Of2 Switch(Of2 aggregate, int ordinal, object payload)
    {
        switch (ordinal)
        {
            case 0: aggregate.When((SalesOrderPlaced)payload); return aggregate;
            case 1: aggregate.When((FraudOrderPlaced)payload); return aggregate;
            default: throw new ArgumentOutOfRangeException(nameof(ordinal));
        }
    }

    public static Of2 TypeSwitch(Of2 aggregate, object payload)
    {
        switch (payload)
        {
            case SalesOrderPlaced e: aggregate.When(e); return aggregate;
            case FraudOrderPlaced e: aggregate.When(e); return aggregate;
            default: throw new ArgumentOutOfRangeException(nameof(payload));
        }
    }

    public static int Find(ReadOnlySpan<char> name) => name switch
    {
        "sales.order-placed.v1" => 0,
        "fraud.order-placed.v1" => 1,
        _ => -1,
    };

    public static object[] Events() =>
    [
        new SalesOrderPlaced(0),
        new FraudOrderPlaced(1),
    ];

    public static Action<Of2, object>[] Delegates() =>
    [
        static (aggregate, payload) => aggregate.When((SalesOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderPlaced)payload),
    ];

    public static string[] Names() =>
    [
        "sales.order-placed.v1",
        "fraud.order-placed.v1",
    ];
}

internal sealed class DispatchOf2() : DispatchPass<Of2>(HandWritten2.Events(), HandWritten2.Delegates())
{
    public override long HandWrittenSwitch()
    {
        Of2 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten2.Switch(aggregate, HandWrittenOrdinals[i], Payloads[i]);

        return aggregate.Sum;
    }

    protected override IApplier<Of2> Applier { get; } = new Apply2();

    public override long TypeSwitch()
    {
        Of2 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten2.TypeSwitch(aggregate, Payloads[i]);

        return aggregate.Sum;
    }
}

internal sealed class Apply2 : IApplier<Of2>
{
    public Of2 Apply(Of2 aggregate, int ordinal, object payload) => HandWritten2.Switch(aggregate, ordinal, payload);
}

internal sealed class NamesOf2() : NamePass<Of2>(HandWritten2.Names())
{
    public override int StringSwitch()
    {
        int sum = 0;
        Span<char> characters = stackalloc char[LongestName];
        foreach (byte[] name in Utf8Names)
            sum += HandWritten2.Find(Decode(name, characters));

        return sum;
    }
}
