namespace EventStore.Generators.Tests;

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "EventStore.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");

        return directory.FullName;
    }
}
