namespace EventStore.LoadTest.Servers;

/// <summary>The clone that the program was built in.</summary>
internal static class Clone
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "EventStore.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new LoadTestException("The program runs inside its repository, where eng/postgres.sh is.");
    }
}
