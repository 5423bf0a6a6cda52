using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EventStore.Architecture.Tests;

public sealed partial class DependencyTests
{
    [Theory]
    [InlineData("EventStore.Abstractions", "", "")]
    [InlineData("EventStore.Core", "EventStore.Abstractions", "Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("EventStore.InMemory", "EventStore.Core", "")]
    [InlineData("EventStore.Postgres", "EventStore.Core", "Npgsql")]
    public void A_library_depends_on_what_the_architecture_says_and_on_nothing_else(string project, string projects, string packages)
    {
        XDocument file = XDocument.Parse(Sources.Text($"src/{project}/{project}.csproj"));

        Assert.Equal(projects, string.Join(' ', References(file, "ProjectReference").Where(reference => reference.Attribute("OutputItemType") is null).Select(Name)));
        Assert.Equal(packages, string.Join(' ', References(file, "PackageReference").Where(reference => (string?)reference.Attribute("PrivateAssets") != "all").Select(Name)));
    }

    [Fact]
    public void Nothing_that_runs_reflects()
    {
        string[] offenders =
        [
            .. from path in Sources.In("src")
               where !path.StartsWith("src/EventStore.Generators/", StringComparison.Ordinal) && !path.StartsWith("src/EventStore.CodeFixes/", StringComparison.Ordinal)
               let text = Sources.TextWithoutStrings(path)
               where Reflection().IsMatch(text)
               select $"{path}: {Reflection().Match(text).Value}",
        ];

        Assert.Empty(offenders);
    }

    [Fact]
    public void The_engine_knows_no_database()
    {
        string[] offenders =
        [
            .. Sources.In("src/EventStore.Abstractions").Concat(Sources.In("src/EventStore.Core"))
                .Where(path => Sources.Text(path).Contains("Npgsql", StringComparison.Ordinal)),
        ];

        Assert.Empty(offenders);
    }

    private static IEnumerable<XElement> References(XDocument project, string kind) => project.Descendants(kind);

    private static string Name(XElement reference) => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")! + (reference.Name == "PackageReference" ? ".x" : ""));

    [GeneratedRegex(@"GetMethod|GetProperties|Activator|MakeGeneric|dynamic |System\.Reflection|Expression\.Lambda|UnconditionalSuppressMessage")]
    private static partial Regex Reflection();
}
