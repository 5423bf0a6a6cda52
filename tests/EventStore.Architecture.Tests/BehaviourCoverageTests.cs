using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventStore.Architecture.Tests;

/// <summary>Holds docs/behaviours.md, docs/open-behaviours.md and what the tests say they prove together.</summary>
public sealed partial class BehaviourCoverageTests(ITestOutputHelper output)
{
    private const string Conformance = "tests/EventStore.Conformance";

    private static readonly string[] Behaviours = [.. Line().Matches(Sources.Text("docs/behaviours.md")).Select(line => line.Groups[1].Value)];

    private static readonly ProvingMethod[] Proving = [.. Sources.In("tests").SelectMany(ProvingMethods)];

    [Fact]
    public void A_line_is_either_proven_or_open()
    {
        HashSet<string> proven = [.. Proving.SelectMany(method => method.Ids)];
        HashSet<string> open = [.. Listed("Open")];
        output.WriteLine($"{Behaviours.Length} lines: {proven.Count} proven by {Proving.Length} tests, {open.Count} open.");

        string[] forgotten = [.. Behaviours.Where(id => !proven.Contains(id) && !open.Contains(id))];
        string[] closed = [.. open.Where(proven.Contains)];
        string[] partlyProven = [.. Listed("Open in part")];
        Assert.Empty(forgotten);
        Assert.Empty(closed);
        Assert.Subset(proven, partlyProven.ToHashSet());
    }

    [Fact]
    public void A_line_has_one_number() => Assert.Equal(Behaviours.Distinct(), Behaviours);

    [Fact]
    public void A_test_proves_lines_that_there_are()
    {
        string[] offenders =
        [
            .. from method in Proving
               from id in method.Ids.DefaultIfEmpty("nothing")
               where !Behaviours.Contains(id)
               select $"{method.Name}: {id}",
        ];

        Assert.Empty(offenders);
    }

    [Fact]
    public void What_proves_a_line_is_a_test() => Assert.Empty(Proving.Where(method => !method.IsTest).Select(method => method.Name));

    [Theory]
    [InlineData("tests/EventStore.InMemory.Tests/Contracts.cs")]
    [InlineData("tests/EventStore.Postgres.Tests/Contracts.cs")]
    public void Every_provider_is_held_to_every_contract(string path)
    {
        string[] contracts =
        [
            .. from source in Sources.In(Conformance)
               from type in Sources.Types(source)
               where type.Members.OfType<MethodDeclarationSyntax>().Any(method => Ids(method).Length > 0)
               select type.Identifier.Text,
        ];
        HashSet<string> held = [.. Sources.Types(path).SelectMany(type => type.BaseList?.Types ?? []).Select(type => type.Type.ToString())];

        Assert.NotEmpty(contracts);
        Assert.Subset(held, contracts.ToHashSet());
    }

    /// <summary>The lines that a table of the open list names, with ranges spelt out; none where there is no such table.</summary>
    private static IEnumerable<string> Listed(string heading)
    {
        string section = Sources.Text("docs/open-behaviours.md").Split("\n## ").SingleOrDefault(part => part.StartsWith(heading + "\n", StringComparison.Ordinal), "");
        return
            from row in section.Split('\n')
            where row.StartsWith('|')
            from System.Text.RegularExpressions.Match range in Range().Matches(row.Split('|')[1])
            from id in Between(range.Groups[1].Value, range.Groups[2].Success ? range.Groups[2].Value : range.Groups[1].Value)
            select id;
    }

    private static IEnumerable<string> Between(string first, string last)
    {
        Assert.Contains(first, Behaviours);
        Assert.Contains(last, Behaviours);
        Assert.Equal(first[0], last[0]);
        return Behaviours.Where(id => id[0] == first[0] && string.CompareOrdinal(id, first) >= 0 && string.CompareOrdinal(id, last) <= 0);
    }

    private static IEnumerable<ProvingMethod> ProvingMethods(string path) =>
        from type in Sources.Types(path)
        from method in type.Members.OfType<MethodDeclarationSyntax>()
        where method.AttributeLists.SelectMany(list => list.Attributes).Any(IsProof)
        select new ProvingMethod($"{type.Identifier.Text}.{method.Identifier.Text}", Ids(method), IsTest(method));

    private static bool IsTest(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory");

    private static string[] Ids(MethodDeclarationSyntax method) =>
    [
        .. from attribute in method.AttributeLists.SelectMany(list => list.Attributes)
           where IsProof(attribute)
           from text in Texts(attribute)
           where text != "Proves"
           select text,
    ];

    private static bool IsProof(AttributeSyntax attribute) =>
        attribute.Name.ToString() == "Proves" || (attribute.Name.ToString() == "Trait" && Texts(attribute).First() == "Proves");

    private static IEnumerable<string> Texts(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.Select(argument => (argument.Expression as LiteralExpressionSyntax)?.Token.ValueText ?? argument.ToString()) ?? [];

    [GeneratedRegex(@"^([A-Z]-\d\d) ", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"([A-Z]-\d\d)(?:…([A-Z]-\d\d))?")]
    private static partial Regex Range();

    private sealed record ProvingMethod(string Name, string[] Ids, bool IsTest);
}
