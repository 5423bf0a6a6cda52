using EventStore.Packages.Tests;

[assembly: AssemblyFixture(typeof(LocalFeed))]

namespace EventStore.Packages.Tests;

/// <summary>
/// The packages as a user finds them: packed from what is built, in a directory that is a feed, with a cache of their own,
/// so that no older package of the same version is taken for them.
/// </summary>
public sealed class LocalFeed : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("eventstore-packages-").FullName;

    internal string Packages => Path.Combine(_root, "feed");

    internal IReadOnlyDictionary<string, string> Environment { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        Environment = new Dictionary<string, string>
        {
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };
        await PackAsync(Repository.Root, Packages, "EventStore.sln", "--no-build");

        string cached = (await DotnetAsync(_root, "nuget", "locals", "global-packages", "--list")).Split(": ")[1].Trim();
        Environment = new Dictionary<string, string>(Environment) { ["NUGET_PACKAGES"] = Path.Combine(_root, "packages") };
        Directory.CreateDirectory(Path.Combine(_root, "cached"));
        foreach (string package in Directory.Exists(cached) ? Directory.GetDirectories(cached) : [])
        {
            if (!Path.GetFileName(package).StartsWith("eventstore.", StringComparison.OrdinalIgnoreCase))
                Directory.CreateSymbolicLink(Path.Combine(_root, "cached", Path.GetFileName(package)), package);
        }

        File.WriteAllText(Path.Combine(_root, "NuGet.config"), """
            <configuration>
              <packageSources>
                <add key="local" value="feed" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="cached" value="cached" />
              </fallbackPackageFolders>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(_root, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(_root, "Directory.Packages.props"), "<Project />");

        // Who compiles tells what it was given, so that the tests see how often the generator is among it.
        File.WriteAllText(Path.Combine(_root, "Directory.Build.targets"), """
            <Project>
              <Target Name="ListAnalyzers" AfterTargets="CoreCompile">
                <WriteLinesToFile File="$(MSBuildProjectDirectory)/analyzers.txt" Lines="@(Analyzer->'%(Filename)')" Overwrite="true" />
              </Target>
            </Project>
            """);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A new directory beside the feed.</summary>
    internal string NewDirectory(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    /// <summary>Packs all that a project or the solution of a checkout says is a package.</summary>
    internal Task PackAsync(string checkout, string target, string project, params IEnumerable<string> arguments) =>
        DotnetAsync(checkout, ["pack", project, "--configuration", Repository.Configuration, "-warnaserror", "--verbosity", "quiet", $"-p:PackageOutputPath={target}", .. arguments]);

    internal Task<string> DotnetAsync(string directory, params IEnumerable<string> arguments) => Command.RunAsync(directory, Environment, "dotnet", arguments);
}
