using System.Globalization;
using System.Text;
using EventStore.Generators.Parsing;

namespace EventStore.Generators.Emission;

/// <summary>Writes a look-up of UTF-8 names by a <see cref="NameTable"/>: a hash, and one comparison, however many names there are.</summary>
internal sealed class NameTableEmitter(SourceWriter writer, string className, NameTable table, IReadOnlyList<string> names, IReadOnlyList<string> results)
{
    private const int LineLength = 120;
    private const string Span = "global::System.ReadOnlySpan";
    private const string Reader = "global::System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian";

    private readonly bool _hasResults = results.Any(result => result.Length > 0);

    /// <summary>Writes the look-up as the body of a method with the parameter <c>utf8Name</c>.</summary>
    public void EmitBody(string notFound)
    {
        writer.Line($"int index = {className}.IndexOf(utf8Name);");
        writer.Line(_hasResults ? $"return index >= 0 ? {className}.Results[index] : {notFound};" : "return index >= 0;");
    }

    /// <summary>Writes the class that the body calls.</summary>
    public void EmitClass()
    {
        writer.Line();
        writer.Line("// A perfect hash of the names, found when this was generated: no two have one slot.");
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"private static class {className}");
        EmitIndexOf();
        EmitHash();
        if (_hasResults)
            EmitTable("internal", "Results", results);

        EmitTable("private", "BucketFactors", table.BucketFactors.Select(Number));
        EmitTable("private", "Slots", table.Slots.Select(Number));
        EmitTable("private", "Starts", Starts().Select(Number));
        EmitNames();
        writer.Close();
    }

    private void EmitIndexOf()
    {
        writer.Open($"internal static int IndexOf({Span}<byte> name)");
        if (names.All(name => Encoding.UTF8.GetByteCount(name) >= NameTable.WordLength))
        {
            writer.Line($"if (name.Length < {NameTable.WordLength})");
            writer.Indent();
            writer.Line("return -1;");
            writer.Outdent();
            writer.Line();
        }

        writer.Line("ulong hash = Hash(name);");
        writer.Line($"uint factor = BucketFactors[(int)(hash >> {64 - table.BucketBits})];");
        writer.Line($"int index = Slots[(int)((uint)hash * factor >> {32 - table.SlotBits})];");
        writer.Line("int start = Starts[index];");
        writer.Line("return global::System.MemoryExtensions.SequenceEqual(name, Names.Slice(start, Starts[index + 1] - start)) ? index : -1;");
        writer.Close();
    }

    private void EmitHash()
    {
        writer.Line();
        writer.Open($"private static ulong Hash({Span}<byte> name)");
        writer.Line($"ulong hash = (ulong)name.Length * {Factor(table.LengthFactor)};");
        writer.Line($"int last = name.Length - {NameTable.WordLength};");
        writer.Open("if (last >= 0)");
        for (int i = 0; i < table.Words.Length; i++)
        {
            string start = table.Words[i] switch { 0 => "", 8 => ".Slice(last)", int place => $".Slice(last * {Number(place)} / 8)" };
            writer.Line($"hash += {Reader}(name{start}) * {Factor(table.Factors[i])};");
        }

        writer.Close();
        writer.Open("else");
        writer.Line("ulong word = 0;");
        writer.Line("foreach (byte value in name)");
        writer.Indent();
        writer.Line("word = word << 8 | value;");
        writer.Outdent();
        writer.Line();
        writer.Line($"hash += word * {Factor(table.Factors[0])};");
        writer.Close();
        writer.Line();
        writer.Line($"return (hash ^ hash >> 32) * {Factor(table.LastFactor)};");
        writer.Close();
    }

    private void EmitTable(string access, string name, IEnumerable<string> numbers)
    {
        string type = name == "Starts" && Starts().Last() > ushort.MaxValue ? "int" : "ushort";
        writer.Line();
        writer.Open($"{access} static {Span}<{type}> {name} => new {type}[]");
        var line = new StringBuilder();
        foreach (string number in numbers)
        {
            if (line.Length + number.Length > LineLength)
            {
                writer.Line(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(number).Append(',');
        }

        writer.Line(line.ToString());
        writer.Close("};");
    }

    private void EmitNames()
    {
        writer.Line();
        writer.Line($"private static {Span}<byte> Names =>");
        writer.Indent();
        for (int i = 0; i < names.Count; i++)
            writer.Line($"{JsonDefaults.Literal(names[i])}u8{(i < names.Count - 1 ? " +" : ";")}");

        writer.Outdent();
    }

    private IEnumerable<int> Starts()
    {
        int start = 0;
        yield return start;
        foreach (string name in names)
            yield return start += Encoding.UTF8.GetByteCount(name);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Factor(ulong factor) => $"0x{factor.ToString("X16", CultureInfo.InvariantCulture)}UL";
}
