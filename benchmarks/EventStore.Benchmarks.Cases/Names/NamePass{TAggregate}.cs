using System.Collections.Frozen;
using System.Text;

namespace EventStore.Benchmarks.Names;

/// <summary>The ways that need not know the aggregate. The hand-written switch stands beside it.</summary>
internal abstract class NamePass<TAggregate> : NamePass
    where TAggregate : class, IAggregate<TAggregate>
{
    protected const int LongestName = 64;

    private readonly FrozenDictionary<string, int> _byName;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byCharacters;

    /// <summary>Makes a sequence of names in an order that repeats with each start of the program.</summary>
    /// <param name="names">Each once.</param>
    protected NamePass(string[] names)
    {
        _byName = names.Index().ToFrozenDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        _byCharacters = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        var random = new Random(42);
        for (int i = 0; i < Length; i++)
            Utf8Names[i] = Encoding.UTF8.GetBytes(names[random.Next(names.Length)]);
    }

    /// <summary>The names as they come from the storage, each in memory of its own.</summary>
    protected byte[][] Utf8Names { get; } = new byte[Length][];

    public sealed override int Ours()
    {
        int sum = 0;
        foreach (byte[] name in Utf8Names)
            sum += TAggregate.FindEvent(name);

        return sum;
    }

    public sealed override int FrozenDictionary()
    {
        int sum = 0;
        foreach (byte[] name in Utf8Names)
            sum += _byName[Encoding.UTF8.GetString(name)];

        return sum;
    }

    public sealed override int AlternateLookup()
    {
        int sum = 0;
        Span<char> characters = stackalloc char[LongestName];
        foreach (byte[] name in Utf8Names)
            sum += _byCharacters[Decode(name, characters)];

        return sum;
    }

    protected static ReadOnlySpan<char> Decode(byte[] name, Span<char> characters) => characters[..Encoding.UTF8.GetChars(name, characters)];
}
