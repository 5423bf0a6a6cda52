using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace EventStore.Packages.Tests;

public sealed class PackageTests(LocalFeed feed)
{
    private const string Generators = "analyzers/dotnet/cs/EventStore.Generators.dll";
    private const string CodeFixes = "analyzers/dotnet/cs/EventStore.CodeFixes.dll";

    /// <summary>Files of the container that every package has, and whose names say nothing.</summary>
    private static readonly string[] OfTheContainer = ["[Content_Types].xml", "_rels/.rels", "package/services/metadata/core-properties/nuget.psmdcp"];

    public static TheoryData<string, string> Packages => new()
    {
        { "EventStore.Abstractions", "" },
        { "EventStore.Core", "EventStore.Abstractions Microsoft.Extensions.Logging.Abstractions" },
        { "EventStore.InMemory", "EventStore.Core" },
        { "EventStore.Postgres", "EventStore.Core Npgsql" },
    };

    [Fact]
    public void There_are_four_packages() =>
        Assert.Equal(Packages.Select(row => row.Data.Item1), Directory.GetFiles(feed.Packages).Select(path => Name(Path.GetFileName(path))).Order(StringComparer.Ordinal));

    /// <summary>Two packages with the generators would run them twice.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_holds_its_library_and_the_generators_are_in_that_of_the_abstractions_alone(string package, string dependencies)
    {
        _ = dependencies;
        string[] generators = !package.EndsWith("Abstractions", StringComparison.Ordinal) ? [] : Directory.Exists(Path.Combine(Repository.Root, "src", "EventStore.CodeFixes")) ? [CodeFixes, Generators] : [Generators];

        string[] files = [.. Files(package).Keys.Except(OfTheContainer).Order(StringComparer.Ordinal)];

        Assert.Equal([$"{package}.nuspec", "README.md", .. generators, $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"], files);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_says_what_it_is_and_what_it_needs(string package, string dependencies)
    {
        XElement metadata = XDocument.Parse(Encoding.UTF8.GetString(Files(package)[$"{package}.nuspec"]).TrimStart('\uFEFF')).Root!.Elements().First();
        XNamespace space = metadata.Name.Namespace;

        foreach (string name in (string[])["id", "version", "authors", "license", "description", "readme", "tags", "copyright"])
            Assert.False(string.IsNullOrWhiteSpace(metadata.Element(space + name)?.Value), $"{package} has no {name}");

        XElement group = Assert.Single(metadata.Element(space + "dependencies")!.Elements());
        Assert.Equal("net10.0", group.Attribute("targetFramework")!.Value);
        Assert.Equal(dependencies, string.Join(' ', group.Elements().Select(dependency => dependency.Attribute("id")!.Value)));
        Assert.True(Files(package)["README.md"].AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Repository.Root, "src", "PACKAGE.md"))));
    }

    /// <summary>What asks for a newer compiler than the user's is left out with a warning, and then nothing is generated.</summary>
    [Fact]
    public void What_runs_inside_the_compiler_asks_for_none_newer_than_that_of_the_first_SDK_for_net10()
    {
        foreach ((_, byte[] bytes) in Files("EventStore.Abstractions").Where(file => file.Key.StartsWith("analyzers/", StringComparison.Ordinal)))
        {
            using var image = new PEReader(new MemoryStream(bytes));
            MetadataReader metadata = image.GetMetadataReader();
            AssemblyReference[] references = [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)];

            Assert.Equal(new Version(5, 0, 0, 0), references.Single(reference => metadata.GetString(reference.Name) == "Microsoft.CodeAnalysis").Version);
            Assert.DoesNotContain(references, reference => metadata.GetString(reference.Name) == "System.Runtime");
        }
    }

    private static string Name(string file) => string.Join('.', file.Split('.').TakeWhile(part => !char.IsAsciiDigit(part[0])));

    private Dictionary<string, byte[]> Files(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(Directory.GetFiles(feed.Packages).Single(path => Name(Path.GetFileName(path)) == package));
        return archive.Entries.ToDictionary(entry => entry.FullName, Read);

        static byte[] Read(ZipArchiveEntry entry)
        {
            using Stream stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
    }
}
