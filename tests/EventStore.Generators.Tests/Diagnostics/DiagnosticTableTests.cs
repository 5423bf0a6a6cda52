using System.Globalization;
using System.Text;
using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Tests.Diagnostics;

/// <summary>Every diagnostic has what belongs to it, and the table in docs/diagnostics says so.</summary>
public sealed class DiagnosticTableTests(ITestOutputHelper output)
{
    private const string Begin = "<!-- The table is written by DiagnosticTableTests with UPDATE_SNAPSHOTS=1. -->\n\n";

    /// <summary>It needs a second assembly: <c>DiagnosticTests</c> have it.</summary>
    private static readonly string[] TestedElsewhere = [DiagnosticIds.ForeignEvent, DiagnosticIds.SharedName];

    private static readonly DiagnosticDescriptor[] All =
        [.. typeof(Descriptors).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>().OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids { get; } = [.. All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Every_id_has_a_descriptor_and_every_descriptor_an_id() =>
        Assert.Equal(typeof(DiagnosticIds).GetFields().Select(field => field.GetRawConstantValue()).Order(), All.Select(descriptor => descriptor.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_page(string id)
    {
        DiagnosticDescriptor descriptor = Of(id);
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md"));

        Assert.StartsWith($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}\n", page, StringComparison.Ordinal);
        Assert.All(["**What is wrong.** ", "**Why it matters.** ", "**How to mend it.** ", "// wrong", "// right"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.EndsWith($"/docs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_line_in_the_releases(string id)
    {
        DiagnosticDescriptor descriptor = Of(id);
        string releases = string.Concat(new[] { "Unshipped", "Shipped" }.Select(kind => File.ReadAllText(Path.Combine(Repository.Root, "src", "EventStore.Generators", $"AnalyzerReleases.{kind}.md"))));

        Assert.Contains($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} |", releases, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_wrong_program(string id) =>
        Assert.True(TestedElsewhere.Contains(id) || Programs.Wrong.Values.Any(markup => markup.Contains($"{{|{id}:", StringComparison.Ordinal)), $"No program of Diagnostics/Wrong is wrong by {id}.");

    [Fact]
    public void The_table_is_that_of_the_code()
    {
        string path = Path.Combine(Repository.Root, "docs", "diagnostics", "README.md");
        string[] parts = File.ReadAllText(path).Split(Begin);
        string rest = parts[1][(parts[1].IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        string expected = parts[0] + Begin + Table() + "\n" + rest;
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, expected);

        output.WriteLine(Table());
        Assert.Equal(expected, File.ReadAllText(path));
    }

    private static DiagnosticDescriptor Of(string id) => All.Single(descriptor => descriptor.Id == id);

    private static string Table()
    {
        var table = new StringBuilder("| id | rule | severity | code fix | page |\n|---|---|---|---|---|\n");
        foreach (DiagnosticDescriptor descriptor in All)
        {
            string severity = descriptor.DefaultSeverity == DiagnosticSeverity.Info ? "information" : descriptor.DefaultSeverity.ToString().ToLowerInvariant();
            table.Append(CultureInfo.InvariantCulture, $"| {descriptor.Id} | {descriptor.Title.ToString(CultureInfo.InvariantCulture)} | {severity} | {(CodeFixes.Ids.Contains(descriptor.Id) ? "yes" : "")} | [{descriptor.Id}.md]({descriptor.Id}.md) |\n");
        }

        return table.ToString();
    }
}
