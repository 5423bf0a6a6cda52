using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace EventStore.Generators.Tests.Diagnostics;

/// <summary>
/// The corpora of this folder. A file of <c>Wrong</c> holds programs below lines that begin with <c># </c> and say what is
/// wrong; <c>{|ES0001:…|}</c> marks what a diagnostic of analyzer or compiler points at. A file of <c>Correct</c> is one program.
/// </summary>
internal static class Programs
{
    private const string Preamble = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using EventStore;

        """;

    private const string Events = """

        [Event("opened")] public sealed record Opened(string Owner);
        [Event("closed")] public sealed record Closed;
        """;

    /// <summary>What is marked in a program.</summary>
    public sealed record Mark(string Id, TextSpan Span);

    public static IReadOnlyDictionary<string, string> Wrong { get; } = (
        from file in Files("Wrong")
        from program in ("\n" + File.ReadAllText(file)).Split("\n# ").Skip(1)
        let title = program.Split('\n')[0]
        select (Title: title, Source: Preamble + program[title.Length..] + Events)).ToDictionary(program => program.Title, program => program.Source, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> Correct { get; } =
        Files("Correct").ToDictionary(file => Path.GetFileName(file).Split('.')[0], File.ReadAllText, StringComparer.Ordinal);

    /// <summary>Takes the marks out of a source.</summary>
    public static (string Source, Mark[] Marks) Read(string markup)
    {
        var source = new StringBuilder();
        Stack<(string Id, int Start)> open = [];
        List<Mark> marks = [];
        for (int i = 0; i < markup.Length; i++)
        {
            if (markup.AsSpan(i).StartsWith("{|", StringComparison.Ordinal))
            {
                int colon = markup.IndexOf(':', i);
                open.Push((markup[(i + 2)..colon], source.Length));
                i = colon;
            }
            else if (open.Count > 0 && markup.AsSpan(i).StartsWith("|}", StringComparison.Ordinal))
            {
                (string id, int start) = open.Pop();
                marks.Add(new Mark(id, TextSpan.FromBounds(start, source.Length)));
                i++;
            }
            else
            {
                source.Append(markup[i]);
            }
        }

        Assert.Empty(open);
        return (source.ToString(), [.. marks.OrderBy(mark => mark.Span.Start).ThenBy(mark => mark.Id, StringComparer.Ordinal)]);
    }

    /// <summary>What a wrong program has beside what stands around each.</summary>
    public static string Own(string source) => source.Replace(Preamble, "", StringComparison.Ordinal).Replace(Events, "", StringComparison.Ordinal).Trim();

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "EventStore.Generators.Tests", "Diagnostics", folder), "*.txt").Order(StringComparer.Ordinal);
}
