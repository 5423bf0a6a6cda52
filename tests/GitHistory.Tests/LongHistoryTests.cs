namespace GitHistory.Tests;

/// <summary>Five thousand commits, in a time that somebody waits for.</summary>
public sealed class LongHistoryTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(2); // a few seconds on an idle machine

    [Theory, InlineData(false), InlineData(true)]
    public async Task Five_thousand_commits(bool postgres)
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Long(5_000));
        string[] store = postgres ? database.Options : [];
        DateTime start = DateTime.UtcNow;
        ProgramResult first = await Sample.RunAsync(["authors", "--repository", repository.Path, .. store]);
        TimeSpan duration = DateTime.UtcNow - start;

        Assert.Equal(5_000, first.Import.Commits);
        Assert.True(duration < Budget, $"the import took {duration}");
        await Answers.EqualGitsAsync(repository, store);
        if (postgres)
        {
            Assert.Equal(first.Import.All, await database.CountEventsAsync());
        }
    }
}
