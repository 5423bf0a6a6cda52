namespace EventStore.Benchmarks.Dispatch;

/// <summary>A replay of <see cref="Length"/> events in mixed order, in each of the ways.</summary>
internal abstract class DispatchPass
{
    public const int Length = 1024;

    public abstract long Ours();

    public abstract long HandWrittenSwitch();

    public abstract long SwitchBehindInterface();

    public abstract long TypeSwitch();

    public abstract long DelegateDictionary();

    public abstract long MethodInvoke();

    public abstract long CompiledExpression();

    public static DispatchPass Of(int events) => events switch
    {
        2 => new Domain.DispatchOf2(),
        12 => new Domain.DispatchOf12(),
        64 => new Domain.DispatchOf64(),
        300 => new Domain.DispatchOf300(),
        _ => throw new ArgumentOutOfRangeException(nameof(events)),
    };
}
