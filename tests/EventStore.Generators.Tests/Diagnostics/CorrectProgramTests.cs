using System.Globalization;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Tests.Diagnostics;

/// <summary>No false alarm: neither analyzers nor compiler say anything about a correct program but what it is marked with, and that is advice.</summary>
public sealed class CorrectProgramTests(ITestOutputHelper output)
{
    public static TheoryData<string> Titles { get; } = [.. Programs.Correct.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_correct_program_is_left_alone(string title)
    {
        (string source, Programs.Mark[] advice) = Programs.Read(Programs.Correct[title]);

        IReadOnlyList<Diagnostic> found = await Compilations.DiagnoseAsync(source);

        Assert.Empty(found.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Select(Show));
        Assert.Equal(
            advice.Select(mark => $"{mark.Id} at {mark.Span}"),
            found.OrderBy(diagnostic => diagnostic.Location.SourceSpan).Select(diagnostic => $"{diagnostic.Id} at {diagnostic.Location.SourceSpan}"));
    }

    [Fact]
    public void There_are_many_correct_programs()
    {
        output.WriteLine($"{Programs.Correct.Count} correct programs.");

        Assert.True(Programs.Correct.Count >= 30, $"{Programs.Correct.Count} correct programs");
    }

    private static string Show(Diagnostic diagnostic) =>
        $"{diagnostic.Id} in line {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
}
