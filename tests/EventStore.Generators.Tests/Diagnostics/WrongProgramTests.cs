using System.Globalization;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Tests.Diagnostics;

/// <summary>Every wrong program gets the diagnostics that it is marked with, there and no others.</summary>
public sealed class WrongProgramTests(ITestOutputHelper output)
{
    public static TheoryData<string> Titles { get; } = [.. Programs.Wrong.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_mistake_is_told_where_it_is(string title)
    {
        (string source, Programs.Mark[] expected) = Programs.Read(Programs.Wrong[title]);

        IReadOnlyList<Diagnostic> found = await Compilations.DiagnoseAsync(source);

        string marked = Show(source, expected);
        string told = Show(source, found.Select(diagnostic => new Programs.Mark(diagnostic.Id, diagnostic.Location.SourceSpan)));
        Assert.True(marked == told, $"Marked:\n{marked}\nTold:\n{told}");
        Assert.All(found, diagnostic => Assert.DoesNotContain("{", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.Contains(found, diagnostic => diagnostic.Id.StartsWith("ES", StringComparison.Ordinal));
        foreach (Diagnostic diagnostic in found)
            output.WriteLine($"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    [Fact]
    public void There_are_many_wrong_programs_of_many_kinds()
    {
        string[] kinds = [.. Programs.Wrong.Values.SelectMany(markup => Programs.Read(markup).Marks).Select(mark => mark.Id).Where(id => id.StartsWith("ES", StringComparison.Ordinal)).Distinct()];
        output.WriteLine($"{Programs.Wrong.Count} wrong programs of {kinds.Length} kinds.");

        Assert.True(Programs.Wrong.Count >= 60, $"{Programs.Wrong.Count} wrong programs");
        Assert.True(kinds.Length >= 40, $"{kinds.Length} kinds");
    }

    private static string Show(string source, IEnumerable<Programs.Mark> marks) => string.Join(
        '\n',
        marks.OrderBy(mark => mark.Span.Start).ThenBy(mark => mark.Id, StringComparer.Ordinal).Select(mark => $"{mark.Id} at {mark.Span.Start}: {source.Substring(mark.Span.Start, mark.Span.Length)}"));
}
