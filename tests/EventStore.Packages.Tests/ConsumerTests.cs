using System.Runtime.InteropServices;

namespace EventStore.Packages.Tests;

/// <summary>What a user does with the packages: make a project, build it, run it, publish it.</summary>
public sealed class ConsumerTests(LocalFeed feed)
{
    private const string ReadmeAnswer = "Ada has 100, after 2 events\n";

    private static readonly string Runtime = "linux-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    /// <summary>What the README of the packages shows. Published natively in the full form: the host below is, always.</summary>
    [Fact]
    public async Task A_new_console_project_builds_and_runs()
    {
        string directory = feed.NewDirectory("console");
        Write(directory, "console.csproj", Consumers.Project("<OutputType>Exe</OutputType><PublishAot>true</PublishAot>", Consumers.Package("EventStore.InMemory")));
        Write(directory, "Program.cs", Consumers.ReadmeProgram);

        await feed.DotnetAsync(directory, "build", "--configuration", "Release", "-warnaserror");

        Assert.Equal(ReadmeAnswer, await feed.DotnetAsync(directory, "bin/Release/net10.0/console.dll"));
        AssertGeneratorRunsOnce(directory);
        if (Repository.IsFull)
            Assert.Equal(ReadmeAnswer, await PublishAndRunAsync(directory, "console"));
    }

    /// <summary>The generator comes to the host twice, by its package and by the domain's: it must run once.</summary>
    [Fact]
    public async Task A_domain_library_and_its_host_build_run_and_publish_natively()
    {
        string directory = feed.NewDirectory("solution");
        Write(directory, "Shop/Shop.csproj", Consumers.Project("<IsAotCompatible>true</IsAotCompatible>", Consumers.Package("EventStore.Abstractions")));
        Write(directory, "Shop/Shop.cs", Consumers.Domain);
        Write(directory, "Host/Host.csproj", Consumers.Project(
            "<OutputType>Exe</OutputType><PublishAot>true</PublishAot>",
            "<ProjectReference Include=\"../Shop/Shop.csproj\" />",
            Consumers.Package("EventStore.InMemory"),
            Consumers.Package("EventStore.Postgres")));
        Write(directory, "Host/Program.cs", Consumers.Host);
        await feed.DotnetAsync(directory, "new", "sln", "--name", "Solution", "--format", "sln");
        await feed.DotnetAsync(directory, "sln", "add", "Shop", "Host");

        await feed.DotnetAsync(directory, "build", "--configuration", "Release", "-warnaserror");

        Assert.Equal(Consumers.HostAnswer, await feed.DotnetAsync(directory, "Host/bin/Release/net10.0/Host.dll"));
        AssertGeneratorRunsOnce(Path.Combine(directory, "Shop"));
        AssertGeneratorRunsOnce(Path.Combine(directory, "Host"));
        Assert.Equal(Consumers.HostAnswer, await PublishAndRunAsync(Path.Combine(directory, "Host"), "Host"));
    }

    /// <summary>A mistake is an error for who uses the package, too.</summary>
    [Fact]
    public async Task A_misspelt_handler_does_not_compile()
    {
        string directory = feed.NewDirectory("mistake");
        Write(directory, "mistake.csproj", Consumers.Project("<OutputType>Exe</OutputType>", Consumers.Package("EventStore.InMemory")));
        Write(directory, "Program.cs", Consumers.ReadmeProgram.Replace("void When(MoneyDeposited", "void WhenMoneyDeposit(MoneyDeposited", StringComparison.Ordinal));

        string said = await Assert.ThrowsAnyAsync<Exception>(() => feed.DotnetAsync(directory, "build")) is { } failure ? failure.Message : "";

        Assert.Contains("error ES0003: 'WhenMoneyDeposit'", said, StringComparison.Ordinal);
    }

    private async Task<string> PublishAndRunAsync(string directory, string name)
    {
        Assert.True(
            Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "clang"))),
            "clang is missing: Native AOT links with it. Install clang and zlib1g-dev, as .ci/run does");

        await feed.DotnetAsync(directory, "publish", "--configuration", "Release", "--runtime", Runtime, "-warnaserror");

        return await Command.RunAsync(directory, feed.Environment, Path.Combine(directory, "bin", "Release", "net10.0", Runtime, "publish", name));
    }

    private static void AssertGeneratorRunsOnce(string project) =>
        Assert.Single(File.ReadAllLines(Path.Combine(project, "analyzers.txt")), "EventStore.Generators");

    private static void Write(string directory, string file, string text)
    {
        string path = Path.Combine(directory, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
