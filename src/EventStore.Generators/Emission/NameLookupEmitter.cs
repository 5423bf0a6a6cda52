using System.Text;
using EventStore.Generators.Models;
using EventStore.Generators.Parsing;

namespace EventStore.Generators.Emission;

/// <summary>
/// Writes a look-up of UTF-8 names. Few are a decision tree: by length, then by the bytes that tell most names apart, then
/// one comparison. Many are a <see cref="NameTable"/>; where none is found, a tree whose branches are methods of their own.
/// </summary>
internal sealed class NameLookupEmitter(SourceWriter writer, string methodName, string returnType, string notFound)
{
    private const int LargestMethod = 64;

    private readonly Queue<(string Method, List<Entry> Entries)> _methods = new();
    private int _methodCount;
    private NameTableEmitter? _table;

    /// <summary>The names of events, former ones included, each with the ordinal of its event.</summary>
    public static IEnumerable<(string Name, string Result)> Ordinals(IEnumerable<EventName> events)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        return
            from @event in events.Select((@event, ordinal) => (@event.Name, @event.FormerNames, Ordinal: ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            from name in @event.FormerNames.Prepend(@event.Name)
            where taken.Add(name)
            select (name, @event.Ordinal);
    }

    /// <summary>Writes the look-up as the body of a method with the parameter <c>utf8Name</c>.</summary>
    public void EmitBody(IEnumerable<(string Name, string Result)> names)
    {
        List<Entry> entries = [.. names.Select(name => new Entry(name.Name, Encoding.UTF8.GetBytes(name.Name), name.Result))];
        if (entries.Count == 0)
        {
            writer.Line($"return {notFound};");
            return;
        }

        bool isSplit = entries.Count > LargestMethod;
        if (isSplit && NameTable.TryCreate([.. entries.Select(entry => entry.Utf8)]) is { } table)
        {
            _table = new NameTableEmitter(writer, methodName + "Names", table, [.. entries.Select(entry => entry.Name)], [.. entries.Select(entry => entry.Result)]);
            _table.EmitBody(notFound);
            return;
        }

        writer.Open("switch (utf8Name.Length)");
        foreach (IGrouping<int, Entry> group in entries.GroupBy(entry => entry.Utf8.Length).OrderBy(group => group.Key))
            EmitCase($"case {group.Key}:", [.. group], isSplit);

        writer.Line($"default: return {notFound};");
        writer.Close();
    }

    /// <summary>Writes what the body calls; after the method that it is the body of.</summary>
    public void EmitMethods()
    {
        _table?.EmitClass();
        while (_methods.Count > 0)
        {
            (string method, List<Entry> entries) = _methods.Dequeue();
            writer.Line();
            writer.Line(GeneratedFile.Attribute);
            writer.Open($"private static {returnType} {method}(global::System.ReadOnlySpan<byte> utf8Name)");
            EmitSwitch(entries, isSplit: entries.Count > LargestMethod);
            writer.Close();
        }
    }

    private void EmitCase(string label, List<Entry> entries, bool isSplit)
    {
        if (entries.Count == 1)
        {
            writer.Line($"{label} return {Comparison(entries[0])};");
        }
        else if (isSplit)
        {
            string method = $"{methodName}{_methodCount++}";
            _methods.Enqueue((method, entries));
            writer.Line($"{label} return {method}(utf8Name);");
        }
        else
        {
            writer.Line(label);
            writer.Indent();
            EmitSwitch(entries, isSplit: false);
            writer.Outdent();
        }
    }

    private void EmitSwitch(List<Entry> entries, bool isSplit)
    {
        int position = Enumerable.Range(0, entries[0].Utf8.Length).OrderByDescending(index => entries.Select(entry => entry.Utf8[index]).Distinct().Count()).First();
        writer.Open($"switch (utf8Name[{position}])");
        foreach (IGrouping<byte, Entry> group in entries.GroupBy(entry => entry.Utf8[position]).OrderBy(group => group.Key))
            EmitCase($"case {Label(group.Key)}:", [.. group], isSplit && group.Count() > LargestMethod / 8);

        writer.Line($"default: return {notFound};");
        writer.Close();
    }

    private string Comparison(Entry entry)
    {
        string comparison = $"global::System.MemoryExtensions.SequenceEqual(utf8Name, {JsonDefaults.Literal(entry.Name)}u8)";
        return entry.Result.Length == 0 ? comparison : $"{comparison} ? {entry.Result} : {notFound}";
    }

    private static string Label(byte value) => value is > 32 and < 127 and not (byte)'\'' and not (byte)'\\' ? $"(byte)'{(char)value}'" : value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Entry(string Name, byte[] Utf8, string Result);
}
