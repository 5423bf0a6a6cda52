namespace EventStore.Packages.Tests;

/// <summary>Who packs the sources of a release gets what was released.</summary>
public sealed class ReproducibilityTests(LocalFeed feed)
{
    [Fact]
    public async Task Two_packs_give_the_same_bytes()
    {
        string again = feed.NewDirectory("again");
        await feed.PackAsync(Repository.Root, again, "EventStore.sln", "--no-build");

        AssertEqual(feed.Packages, again);
    }

    /// <summary>All packages in the full form; in the short one, that with the generators.</summary>
    [Fact]
    public async Task The_same_sources_give_the_same_bytes_in_another_directory()
    {
        string[] packed = [feed.NewDirectory("first"), feed.NewDirectory("second")];
        foreach ((string place, string target) in new[] { "here", "elsewhere/deeper" }.Zip(packed))
        {
            string copy = feed.NewDirectory(place);
            await CopyAsync(copy);
            await feed.PackAsync(copy, target, Repository.IsFull ? "EventStore.sln" : "src/EventStore.Abstractions", "-p:ContinuousIntegrationBuild=true");
        }

        AssertEqual(packed[0], packed[1]);
    }

    private async Task CopyAsync(string target)
    {
        string files = await Command.RunAsync(Repository.Root, feed.Environment, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        foreach (string file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Repository.Root, file))))
        {
            string copy = Path.Combine(target, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repository.Root, file), copy);
        }
    }

    private static void AssertEqual(string expected, string actual)
    {
        string[] names = [.. Directory.GetFiles(expected).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(names);
        Assert.Equal(names, Directory.GetFiles(actual).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.True(File.ReadAllBytes(Path.Combine(expected, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(actual, name))), $"{name} has other bytes"));
    }
}
