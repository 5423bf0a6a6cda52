namespace EventStore.Generators.Tests.Generator;

/// <summary>What a test found and keeps: set UPDATE_SNAPSHOTS=1 to write it, and read the difference before it is committed.</summary>
internal static class Snapshot
{
    public static void Check(string file, string text)
    {
        string path = Path.Combine(Repository.Root, "tests", "EventStore.Generators.Tests", "Snapshots", file);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
