using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using EventStore.Generators.Emission;
using Microsoft.CodeAnalysis.CSharp;

namespace EventStore.Generators.Tests.Generator;

/// <summary>The look-up of stored names, against a dictionary.</summary>
public sealed class NameLookupTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(300)]
    public void Every_event_is_found_under_its_ordinal(int count)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(n => (n % 3) switch { 0 => $"billing.event-{n:000}.v1", 1 => $"{n}", _ => new string('x', n % 60) + n }).Order(StringComparer.Ordinal)];

        Check([.. names.Select(name => new[] { name })]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_names_in_any_script_are_found_former_ones_under_the_ordinal_of_their_event(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["a", "b", "-", ".", "opened", "é", "ß", "名", "前", "😀", "\"", "\\", "\n", " ", "0", "7", "Z"];
        HashSet<string> names = new(StringComparer.Ordinal);
        while (names.Count < 400)
        {
            string name = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (!string.IsNullOrWhiteSpace(name))
                names.Add(name);
        }

        Check([.. names.Chunk(100).OrderBy(chunk => chunk[0], StringComparer.Ordinal)]);
    }

    [Fact]
    public void Names_that_differ_only_between_the_words_of_a_hash_are_found()
    {
        string[] names = [.. Enumerable.Range(0, 100).Select(n => new string('x', 100) + (char)('0' + (n / 10)) + (char)('0' + (n % 10)) + new string('x', 98))];

        Assert.Null(NameTable.TryCreate([.. names.Select(name => Encoding.UTF8.GetBytes(new string('x', 9) + name[100..102] + new string('x', 200)))]));
        Check([[.. names.Select(name => new string('x', 9) + name[100..102] + new string('x', 200))]]);
        Check([names]);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(1_000)]
    public void The_same_names_give_the_same_table(int count)
    {
        byte[][] names = [.. Enumerable.Range(0, count).Select(n => Encoding.UTF8.GetBytes($"shop.event-{n:0000}-happened"))];

        NameTable table = NameTable.TryCreate(names)!;

        Assert.Equal(count, table.Slots.Distinct().Count());
        Assert.Equal(table.Slots, NameTable.TryCreate(names)!.Slots);
        Assert.Equal(table.BucketFactors, NameTable.TryCreate(names)!.BucketFactors);
        Assert.InRange(table.Slots.Length, count, 4 * count);
    }

    /// <summary>Generates an aggregate with these events, each under its first name and formerly under the others.</summary>
    private static void Check(string[][] events)
    {
        string source = string.Concat(events.Select((names, n) => string.Create(CultureInfo.InvariantCulture, $"[EventStore.Event({string.Join(", ", names.Select(name => SymbolDisplay.FormatLiteral(name, quote: true)))})] public sealed record E{n};\n")))
            + "[EventStore.Aggregate(\"a\")] public sealed partial class A {" + string.Concat(events.Select((_, n) => string.Create(CultureInfo.InvariantCulture, $"void When(E{n} e) {{ }}\n")))
            + "public static int Find(byte[] name) => Find<A>(name); static int Find<T>(byte[] name) where T : class, EventStore.IAggregate<T> => T.FindEvent(name); }";
        var context = new AssemblyLoadContext("names", isCollectible: true);
        try
        {
            var find = context.LoadFromStream(new MemoryStream(Execution.Emit("Names", source))).GetType("A")!.GetMethod("Find", BindingFlags.Static | BindingFlags.Public)!.CreateDelegate<Func<byte[], int>>();
            Dictionary<string, int> ordinals = events.SelectMany((names, ordinal) => names.Select(name => (name, ordinal))).ToDictionary(pair => pair.name, pair => pair.ordinal, StringComparer.Ordinal);

            foreach (string name in ordinals.Keys)
            {
                foreach (string asked in new[] { name, name + "!", name[..^1] + "?", "?" + name[1..], name[..(name.Length / 2)], name + name })
                    Assert.Equal(ordinals.GetValueOrDefault(asked, -1), find(Encoding.UTF8.GetBytes(asked)));
            }

            Assert.Equal(-1, find([]));
            Assert.Equal(-1, find([0xFF]));
        }
        finally
        {
            context.Unload();
        }
    }
}
