using System.Globalization;
using System.Text;

namespace GitHistory.Tests;

/// <summary>Writes a history as `git fast-import` reads it. Names and paths are <see cref="Bytes"/>.</summary>
internal sealed class FastImport
{
    public const string Ann = "Ann <ann@example.org>";

    private readonly StringBuilder _script = new();
    private int _marks;

    public byte[] ToArray() => Bytes.From(_script.ToString());

    /// <summary>Adds a commit to a branch.</summary>
    /// <param name="author">Name and address.</param>
    /// <param name="parents">Marks of earlier commits, the first parent first; none means the last commit of this script.</param>
    /// <param name="changes">See <see cref="File"/>, <see cref="Link"/>, <see cref="Submodule"/>, <see cref="Delete"/>, <see cref="Rename"/>.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="encoding">What the commit says of its author's bytes.</param>
    /// <returns>The commit's mark.</returns>
    public int Commit(string author, int[]? parents = null, string[]? changes = null, string branch = "main", string? encoding = null)
    {
        parents ??= _marks == 0 ? [] : [_marks];
        int mark = ++_marks;
        string time = string.Create(CultureInfo.InvariantCulture, $"{1_500_000_000 + (60 * mark)} +0000");
        Line($"commit refs/heads/{branch}");
        Line($"mark :{mark}");
        Line($"author {author} {time}");
        Line($"committer Somebody <somebody@example.org> {time}");
        if (encoding is not null)
        {
            Line($"encoding {encoding}");
        }

        Data($"commit {mark}\n");
        if (parents.Length == 0)
        {
            Line("deleteall");
        }

        for (int i = 0; i < parents.Length; i++)
        {
            Line($"{(i == 0 ? "from" : "merge")} :{parents[i]}");
        }

        foreach (string change in changes ?? [])
        {
            _script.Append(change);
        }

        Line("");
        return mark;
    }

    public static string File(string path, string content, string mode = "100644") =>
        string.Create(CultureInfo.InvariantCulture, $"M {mode} inline {Quote(path)}\ndata {content.Length}\n{content}\n");

    public static string Link(string path, string target) => File(path, target, "120000");

    public static string Submodule(string path, char digit) => $"M 160000 {new string(digit, 40)} {Quote(path)}\n";

    public static string Delete(string path) => $"D {Quote(path)}\n";

    public static string Rename(string from, string to) => $"R {Quote(from)} {Quote(to)}\n";

    private static string Quote(string path) =>
        $"\"{string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' ? c.ToString() : "\\" + Convert.ToString(c, 8).PadLeft(3, '0')))}\"";

    private void Data(string text) => _script.Append(CultureInfo.InvariantCulture, $"data {text.Length}\n{text}");

    private void Line(string text) => _script.Append(text).Append('\n');
}
