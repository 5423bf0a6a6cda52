using System.Globalization;

namespace GitHistory.Tests;

/// <summary>Compares the sample's answers with git's own.</summary>
internal static class Answers
{
    /// <summary>Asks for everything, and gives the first import's line.</summary>
    public static async Task<(int Commits, int New, int All)> EqualGitsAsync(GitDirectory repository, params IEnumerable<string> store)
    {
        string[] options = ["--repository", repository.Path, .. store];
        ProgramResult authors = await Sample.RunAsync(["authors", .. options]);
        EqualShortlog(await repository.GitAsync("shortlog", "-sn", "--first-parent", "HEAD"), authors.Answer);

        string names = await repository.GitAsync("ls-tree", "-r", "--full-tree", "--name-only", "-z", "HEAD");
        Assert.Equal(names, (await Sample.RunAsync(["files", "-z", .. options])).Answer);
        Assert.Equal(names.Replace('\0', '\n'), (await Sample.RunAsync(["files", .. options])).Answer.Replace('\0', '\n'));
        return authors.Import;
    }

    /// <summary>The same lines, most commits first; the order among equals is free.</summary>
    public static void EqualShortlog(string expected, string actual)
    {
        Assert.Equal(Lines(expected).Order(StringComparer.Ordinal), Lines(actual).Order(StringComparer.Ordinal));
        Assert.Equal(Lines(expected).Select(Count), Lines(actual).Select(Count));

        static string[] Lines(string text) => text.Split('\n');
        static string Count(string line) => line.Split('\t')[0];
    }

    /// <summary>What the sample has to answer: how many of git's files lie in each directory, most first.</summary>
    public static async Task<string> DirectoriesAsync(GitDirectory repository)
    {
        string names = await repository.GitAsync("ls-tree", "-r", "--full-tree", "--name-only", "-z", "HEAD");
        var directories = names.Split('\0', StringSplitOptions.RemoveEmptyEntries).GroupBy(name => name[..Math.Max(0, name.LastIndexOf('/'))]);
        return string.Concat(directories.OrderByDescending(files => files.Count()).ThenBy(files => files.Key, StringComparer.Ordinal)
            .Select(files => string.Create(CultureInfo.InvariantCulture, $"{files.Count(),6}\t{(files.Key.Length == 0 ? "." : files.Key)}\n")));
    }

    /// <summary>Asks what happened to a file: the commits and what each did.</summary>
    public static async Task<string[]> HistoryAsync(GitDirectory repository, string path, params IEnumerable<string> store)
    {
        ProgramResult result = await Sample.RunAsync(["history", "--repository", repository.Path, .. store, "--", path]);
        return [.. result.AnswerLines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var commit, _, _, .. var rest] ? [commit, .. rest] : []))];
    }
}
