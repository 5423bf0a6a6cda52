namespace EventStore.Generators.Emission;

/// <summary>
/// A perfect hash of names, found when the code is generated: up to nine words of a name and its length are multiplied
/// and added; some bits of the sum choose a factor, which moves the others to a slot that no other name has. The same
/// names always give the same table.
/// </summary>
internal sealed class NameTable
{
    /// <summary>The bytes of a word. A shorter name is one word.</summary>
    public const int WordLength = 8;

    /// <summary>Where words may be read, in eighths of the way from the first to the last: those first that tell most names apart.</summary>
    private static readonly int[] Places = [8, 0, 4, 2, 6, 1, 3, 5, 7];

    private readonly IReadOnlyList<byte[]> _names;
    private ulong _seed = 0x9E3779B97F4A7C15;

    private NameTable(IReadOnlyList<byte[]> names, int[] words)
    {
        _names = names;
        Words = words;
        Factors = new ulong[words.Length];
        SlotBits = BitsOf(names.Count + (names.Count / 4));
        Slots = new int[1 << SlotBits];
        BucketBits = SlotBits - 2;
        BucketFactors = new int[1 << BucketBits];
    }

    /// <summary>The places of the words that are read.</summary>
    public int[] Words { get; }

    /// <summary>What each of the words is multiplied by.</summary>
    public ulong[] Factors { get; }

    /// <summary>What the length is multiplied by.</summary>
    public ulong LengthFactor { get; private set; }

    /// <summary>What the sum is multiplied by.</summary>
    public ulong LastFactor { get; private set; }

    /// <summary>How many of the upper bits choose the factor of a bucket.</summary>
    public int BucketBits { get; }

    /// <summary>What the lower half is multiplied by, for each bucket.</summary>
    public int[] BucketFactors { get; }

    /// <summary>How many of the upper bits of that product are the slot.</summary>
    public int SlotBits { get; }

    /// <summary>The index of the name for each slot; 0 also where there is none.</summary>
    public int[] Slots { get; }

    /// <summary>Finds a table; null if names differ only between the words, or if there is none.</summary>
    /// <param name="names">The names in UTF-8, each once.</param>
    public static NameTable? TryCreate(IReadOnlyList<byte[]> names)
    {
        for (int count = 1; count <= Places.Length; count++)
        {
            int[] words = [.. Places.Take(count)];
            if (names.Select(name => string.Join(",", Read(name, words))).Distinct(StringComparer.Ordinal).Count() == names.Count)
                return new NameTable(names, words).TryFill();
        }

        return null;
    }

    /// <summary>The hash of a name, as the generated code computes it.</summary>
    private ulong Hash(byte[] name)
    {
        ulong[] read = Read(name, Words);
        ulong hash = unchecked(read[0] * LengthFactor);
        for (int i = 1; i < read.Length; i++)
            hash = unchecked(hash + (read[i] * Factors[i - 1]));

        return unchecked((hash ^ (hash >> 32)) * LastFactor);
    }

    /// <summary>The length of a name, then its words.</summary>
    private static ulong[] Read(byte[] name, int[] words)
    {
        int last = name.Length - WordLength;
        return last < 0
            ? [(ulong)name.Length, name.Aggregate(0UL, (word, value) => (word << 8) | value)]
            : [(ulong)name.Length, .. words.Select(place => WordAt(name, last * place / 8))];
    }

    private static ulong WordAt(byte[] name, int start)
    {
        ulong word = 0;
        for (int i = WordLength - 1; i >= 0; i--)
            word = (word << 8) | name[start + i];

        return word;
    }

    private NameTable? TryFill()
    {
        const int tries = 100;
        for (int attempt = 0; attempt < tries; attempt++)
        {
            for (int i = 0; i < Factors.Length; i++)
                Factors[i] = NextFactor();

            LengthFactor = NextFactor();
            LastFactor = NextFactor();
            if (TryPlace())
                return this;
        }

        return null;
    }

    private bool TryPlace()
    {
        bool[] taken = new bool[Slots.Length];
        var buckets = _names
            .Select((name, index) => (Hash: Hash(name), Index: index))
            .GroupBy(name => (int)(name.Hash >> (64 - BucketBits)))
            .OrderByDescending(bucket => bucket.Count())
            .ThenBy(bucket => bucket.Key);
        foreach (var bucket in buckets)
        {
            int factor = 1;
            while (factor <= ushort.MaxValue && !CanPlace(bucket.Select(name => SlotOf(name.Hash, factor)), taken))
                factor++;

            if (factor > ushort.MaxValue)
                return false;

            BucketFactors[bucket.Key] = factor;
            foreach ((ulong hash, int index) in bucket)
            {
                taken[SlotOf(hash, factor)] = true;
                Slots[SlotOf(hash, factor)] = index;
            }
        }

        return true;
    }

    private static bool CanPlace(IEnumerable<int> slots, bool[] taken)
    {
        HashSet<int> own = [];
        return slots.All(slot => !taken[slot] && own.Add(slot));
    }

    private int SlotOf(ulong hash, int factor) => (int)(unchecked((uint)hash * (uint)factor) >> (32 - SlotBits));

    /// <summary>An odd number of many different bits: splitmix64.</summary>
    private ulong NextFactor()
    {
        unchecked
        {
            ulong z = _seed += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (z ^ (z >> 31)) | 1;
        }
    }

    private static int BitsOf(int count)
    {
        int bits = 3;
        while (1 << bits < count)
            bits++;

        return bits;
    }
}
