namespace EventStore.Benchmarks.Names;

/// <summary>The look-up of <see cref="Length"/> stored names in mixed order, in each of the ways.</summary>
internal abstract class NamePass
{
    public const int Length = 1024;

    public abstract int Ours();

    public abstract int FrozenDictionary();

    public abstract int AlternateLookup();

    public abstract int StringSwitch();

    public static NamePass Of(int names) => names switch
    {
        8 => new Domain.NamesOf8(),
        64 => new Domain.NamesOf64(),
        256 => new Domain.NamesOf256(),
        _ => throw new ArgumentOutOfRangeException(nameof(names)),
    };
}
