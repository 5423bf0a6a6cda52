using System.Reflection;

namespace EventStore.Packages.Tests;

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Whether what takes long is to be tested too.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("EVENTSTORE_TEST_FULL") == "1";

    public static string Configuration { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Configuration").Value!;

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "EventStore.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");

        return directory.FullName;
    }
}
