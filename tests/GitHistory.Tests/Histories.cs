using static GitHistory.Tests.FastImport;

namespace GitHistory.Tests;

/// <summary>Histories that the tests import.</summary>
internal static class Histories
{
    public const string InvalidUtf8 = "data/\xff\xfe.bin";

    /// <summary>Names that a shell, a terminal, git's quoting or a decoder might stumble over.</summary>
    public static readonly string[] AwkwardPaths =
    [
        "with space.txt", " leading and trailing ", "tab\there", "line\nbreak", "\nstarts with a break", "quote\"d'", "back\\slash",
        "-dash", ":colon", "*star?", "CR\rhere", "\x01\x1b[31m", Bytes.Utf8("ünï/日本語/𝄞.txt"), Bytes.Utf8("\uFFFD"), Bytes.Utf8("e\u0301"),
        InvalidUtf8, "data/\xe9", "data/\xed\xa0\x80", "\xc3",
    ];

    /// <summary>Everything that can happen to a path and to an author, and every kind of commit.</summary>
    public static FastImport Scripted()
    {
        var script = new FastImport();
        script.Commit(Ann, [], [File("README", "1"), File("thing", "a file"), File("link or file", "a file"), File("old/name.txt", "moved"), .. AwkwardPaths.Select(path => File(path, path))]);
        script.Commit(Ann, changes: [File("README", "2")]);
        script.Commit("Ann Other <ann@elsewhere.example.org>", changes: [File("README", "2", "100755")]);
        script.Commit(Bytes.Utf8("Zoë <zoe@example.org>"), changes: [Link("link or file", "README")]);
        int directory = script.Commit("Bob <bob@example.org>", changes: [Delete("thing"), File("thing/inner", "1"), File("thing/other", "2")]);
        int back = script.Commit("Bob <bob@example.org>", changes: [Delete("thing/inner"), Delete("thing/other"), File("thing", "a file again")]);

        int side = script.Commit("Side <side@example.org>", [directory], [File("side.txt", "not on the line")], "side");
        side = script.Commit("Side <side@example.org>", [side], [File("side.txt", "not on the line either")], "side");
        int merge = script.Commit("Merger <merger@example.org>", [back, side], [File("side.txt", "not on the line either")]);
        int left = script.Commit("Side <side@example.org>", [merge], [File("left.txt", "l")], "left");
        int right = script.Commit("Side <side@example.org>", [merge], [File("right.txt", "r")], "right");
        int octopus = script.Commit("Merger <merger@example.org>", [merge, left, right], [File("left.txt", "l"), File("right.txt", "r")]);
        script.Commit("Merger <merger@example.org>", [octopus, side]); // merged already: nothing changes

        script.Commit(Ann, [octopus + 1], [Rename("old/name.txt", "new/place.txt")]);
        script.Commit(Ann, changes: [Delete("README")]);
        script.Commit(Ann, changes: [File("README", "here again")]);
        script.Commit(Ann); // empty
        script.Commit(Ann, changes: [Submodule("module", '1')]);
        script.Commit(Ann, changes: [Submodule("module", '2')]);
        script.Commit(Ann, changes: [Link("link or file", "elsewhere")]);
        script.Commit(Ann, changes: [File("link or file", "a file again"), Delete(InvalidUtf8)]);
        script.Commit(Ann, changes: [File(InvalidUtf8, "again")]);

        script.Commit("Inv\xe4lid <invalid@example.org>");
        script.Commit("Inv\xe4lid <other\xe4@example.org>");
        script.Commit("S\xf8ren <soren@example.org>", encoding: "ISO-8859-1");
        script.Commit("<nameless@example.org>");
        script.Commit("No Address <>");
        script.Commit("Quote \"Q\" O'Neil, Jr. <quote@example.org>");

        script.Commit(Ann, changes: [File(".mailmap", "Ann <ann@example.org> <ann@elsewhere.example.org>\nRobert <bob@example.org>\n")]);
        script.Commit("Ann Other <ann@elsewhere.example.org>", changes: [File(".mailmap", "Ann Joined <ann@example.org> <ann@elsewhere.example.org>\nAnn Joined <ann@example.org>\nBobby <BOB@example.org>\nGiven <given@example.org> <nameless@example.org>\n")]);
        return script;
    }

    /// <summary>A line of many commits, each of one of twenty authors and with four changes.</summary>
    public static FastImport Long(int commits)
    {
        var random = new Random(7);
        var script = new FastImport();
        for (int i = 0; i < commits; i++)
        {
            int author = random.Next(20);
            script.Commit($"Author {author} <{author}@example.org>", changes:
            [
                .. from change in Enumerable.Range(0, 4)
                   let path = $"src/{random.Next(50)}/{random.Next(60)}.txt"
                   select random.Next(10) == 0 ? Delete(path) : File(path, $"{i} {change}"),
            ]);
        }

        return script;
    }
}
