namespace EventStore.Json.Differential;

/// <summary>JSON with one thing changed, as an older or newer program, another language or a database may have left it.</summary>
/// <param name="Change">What was changed, and where.</param>
/// <param name="Text">The whole JSON after it.</param>
internal readonly record struct Mutation(string Change, string Text)
{
    private const int LongestList = 2;

    private static readonly JsonText[] Others =
    [
        new JsonMembers([("x", new JsonItems([new JsonLeaf("true")]))]),
        new JsonMembers([]),
        new JsonItems([new JsonItems([])]),
        new JsonItems([]),
        new JsonLeaf("\"text\""),
        new JsonLeaf("\"3\""),
        new JsonLeaf("-1.5"),
        new JsonLeaf("1"),
        new JsonLeaf("true"),
    ];

    public static IEnumerable<Mutation> Of(string json)
    {
        yield return new Mutation("truncated", json.TrimEnd()[..^1]);
        yield return new Mutation("followed by text", json + "1");
        yield return new Mutation("with a comment", "/* c */" + json);
        yield return new Mutation("with a trailing comma", json.TrimEnd()[..^1] + ",}");
        yield return new Mutation("empty text", "");

        JsonText root = JsonText.Parse(json);
        yield return new Mutation("null", "null");
        foreach (JsonText other in Others)
            yield return new Mutation("another kind", other.ToString());

        foreach (Mutation mutation in Within(root, "", changed => changed.ToString()!))
            yield return mutation;
    }

    private static IEnumerable<Mutation> Within(JsonText node, string path, Func<JsonText, string> whole) => node switch
    {
        JsonMembers members => WithinMembers(members, path, whole),
        JsonItems items => WithinItems(items, path, whole),
        _ => [],
    };

    private static IEnumerable<Mutation> WithinMembers(JsonMembers node, string path, Func<JsonText, string> whole)
    {
        yield return new Mutation($"reversed {path}", whole(new JsonMembers([.. node.Members.Reverse()])));
        yield return new Mutation($"upper case {path}", whole(new JsonMembers([.. node.Members.Select(member => (member.Name.ToUpperInvariant(), member.Value))])));
        yield return new Mutation($"unknown first {path}", whole(new JsonMembers([("zzz", Others[0]), .. node.Members])));
        yield return new Mutation($"unknown last {path}", whole(new JsonMembers([.. node.Members, ("zzz", new JsonLeaf("null"))])));
        yield return new Mutation($"no members {path}", whole(new JsonMembers([])));

        for (int index = 0; index < node.Members.Count; index++)
        {
            (string name, JsonText value) = node.Members[index];
            string place = $"{path}.{name}";
            int at = index;
            yield return new Mutation($"without {place}", whole(new JsonMembers([.. node.Members.Take(at), .. node.Members.Skip(at + 1)])));
            yield return new Mutation($"null {place}", whole(node.With(at, (name, new JsonLeaf("null")))));
            yield return new Mutation($"twice {place}", whole(new JsonMembers([.. node.Members, (name, value)])));
            yield return new Mutation($"then null {place}", whole(new JsonMembers([.. node.Members, (name, new JsonLeaf("null"))])));
            yield return new Mutation($"upper case {place}", whole(node.With(at, (name.ToUpperInvariant(), value))));
            foreach (JsonText other in Others)
                yield return new Mutation($"of another kind {place}", whole(node.With(at, (name, other))));

            foreach (Mutation mutation in Within(value, place, changed => whole(node.With(at, (name, changed)))))
                yield return mutation;
        }
    }

    private static IEnumerable<Mutation> WithinItems(JsonItems node, string path, Func<JsonText, string> whole)
    {
        yield return new Mutation($"no items {path}", whole(new JsonItems([])));
        yield return new Mutation($"a null item {path}", whole(new JsonItems([.. node.Items, new JsonLeaf("null")])));
        foreach (JsonText other in Others)
            yield return new Mutation($"an item of another kind {path}", whole(new JsonItems([other, .. node.Items])));

        for (int index = 0; index < Math.Min(node.Items.Count, LongestList); index++)
        {
            int at = index;
            foreach (Mutation mutation in Within(node.Items[index], $"{path}[]", changed => whole(node.With(at, changed))))
                yield return mutation;
        }
    }
}
