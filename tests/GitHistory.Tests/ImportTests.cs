using System.Globalization;

namespace GitHistory.Tests;

/// <summary>Importing again, going on, starting anew, and being cut off.</summary>
public sealed class ImportTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("EVENTSTORE_TEST_FULL") == "1";

    [Fact]
    public async Task A_repeated_import_adds_nothing_and_a_later_one_only_what_is_new()
    {
        await database.ClearAsync();
        FastImport script = Histories.Long(30);
        using GitDirectory repository = await GitDirectory.FromAsync(script);

        (int commits, int added, int all) = await Answers.EqualGitsAsync(repository, database.Options);
        Assert.Equal((30, all), (commits, added));
        Assert.Equal(all, await database.CountEventsAsync());
        Assert.Equal((0, 0, all), await Answers.EqualGitsAsync(repository, database.Options));

        script.Commit(FastImport.Ann, changes: [FastImport.File("new", "1")]);
        script.Commit(FastImport.Ann);
        await repository.ImportAsync(script);
        Assert.Equal((2, 3, all + 3), await Answers.EqualGitsAsync(repository, database.Options));
        Assert.Equal(all + 3, await database.CountEventsAsync());
    }

    [Fact]
    public async Task Several_repositories_live_in_one_store()
    {
        await database.ClearAsync();
        using GitDirectory one = await GitDirectory.FromAsync(Histories.Scripted());
        using GitDirectory other = await GitDirectory.FromAsync(Histories.Long(10));

        (_, _, int first) = await Answers.EqualGitsAsync(one, database.Options);
        (_, _, int second) = await Answers.EqualGitsAsync(other, database.Options);
        Assert.Equal((0, 0, first), await Answers.EqualGitsAsync(one, database.Options));

        Assert.Equal(first + second, await database.CountEventsAsync());
        string root = (await one.GitAsync("rev-list", "--first-parent", "--max-parents=0", "HEAD")).Trim();
        IReadOnlyList<string> events = await database.ReadEventsAsync();
        Assert.Contains(events, stored => stored.StartsWith($"contributors-{root}: commit-authored ", StringComparison.Ordinal));
        Assert.Contains(events, stored => stored.StartsWith($"files-{root}: file-added ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rewritten_history_is_imported_anew_and_it_says_so()
    {
        await database.ClearAsync();
        FastImport script = Histories.Long(20);
        using GitDirectory repository = await GitDirectory.FromAsync(script);
        await Answers.EqualGitsAsync(repository, database.Options);

        script.Commit(FastImport.Ann, [12], [FastImport.File("another", "way")]);
        await repository.ImportAsync(script);
        ProgramResult rewritten = await Sample.RunAsync(["authors", "--repository", repository.Path, .. database.Options]);

        Assert.Equal(13, rewritten.Import.Commits);
        Assert.Equal(rewritten.Import.All, rewritten.Import.New);
        Assert.Contains("rewritten", rewritten.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(2, rewritten.ErrorLines.Length);
        Assert.Equal(rewritten.Import.All, await database.CountEventsAsync());
        Assert.Equal((0, 0, rewritten.Import.All), await Answers.EqualGitsAsync(repository, database.Options));
    }

    [Fact]
    public async Task An_older_head_and_a_merged_line_are_rewritten_histories_too()
    {
        await database.ClearAsync();
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Scripted());
        await repository.GitAsync("checkout", "--quiet", "--detach", "side");
        await Answers.EqualGitsAsync(repository, database.Options);

        // The last commit of side is an ancestor of main, but not on its first-parent line.
        await repository.GitAsync("checkout", "--quiet", "main");
        ProgramResult merged = await Sample.RunAsync(["files", "--repository", repository.Path, .. database.Options]);
        Assert.Contains("rewritten", merged.ErrorLines[0], StringComparison.Ordinal);
        await Answers.EqualGitsAsync(repository, database.Options);

        await repository.GitAsync("checkout", "--quiet", "--detach", "HEAD~5");
        ProgramResult older = await Sample.RunAsync(["files", "--repository", repository.Path, .. database.Options]);
        Assert.Contains("rewritten", older.ErrorLines[0], StringComparison.Ordinal);
        await Answers.EqualGitsAsync(repository, database.Options);
    }

    [Fact]
    public async Task Two_imports_at_once_store_everything_once()
    {
        await database.ClearAsync();
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Long(400));
        string[] command = ["authors", "--repository", repository.Path, .. database.Options];
        using RunningProgram one = Sample.Start(command);
        using RunningProgram other = Sample.Start(command);

        ProgramResult first = await one.EndAsync();
        ProgramResult second = await other.EndAsync();

        Assert.Equal(first.Answer, second.Answer);
        Assert.Equal(400, first.Import.Commits + second.Import.Commits);
        Assert.Equal(first.Import.All, first.Import.New + second.Import.New);
        Assert.Equal(first.Import.All, await database.CountEventsAsync());
        Assert.Equal((0, 0, first.Import.All), await Answers.EqualGitsAsync(repository, database.Options));
    }

    [Theory, InlineData("INT", 130), InlineData("TERM", 143)]
    public async Task An_interrupted_import_says_so_and_the_next_one_continues(string signal, int exitCode)
    {
        await database.ClearAsync();
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Long(5_000));
        using RunningProgram import = Sample.Start(["authors", "--repository", repository.Path, .. database.Options]);
        while (await database.CountEventsAsync() == 0)
        {
            Assert.False(import.HasEnded);
        }

        await Shell.RunAsync($"kill -{signal} {import.Id.ToString(CultureInfo.InvariantCulture)}", new("true"));
        ProgramResult interrupted = await import.EndAsync();

        Assert.Equal(exitCode, interrupted.ExitCode);
        Assert.StartsWith("interrupted: ", Assert.Single(interrupted.ErrorLines), StringComparison.Ordinal);
        (int commits, _, int all) = interrupted.Import;
        Assert.InRange(commits, 1, 4_999);
        Assert.Equal(all, await database.CountEventsAsync());

        ProgramResult next = await Sample.RunAsync(["authors", "--repository", repository.Path, .. database.Options]);
        Assert.Equal((5_000 - commits, next.Import.All - all), (next.Import.Commits, next.Import.New));
        await Answers.EqualGitsAsync(repository, database.Options);
    }

    [Fact]
    public async Task An_import_that_is_killed_at_any_moment_leaves_what_the_next_one_continues()
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Long(IsFull ? 5_000 : 1_500));
        string[] command = ["authors", "--repository", repository.Path, .. database.Options];
        await database.ClearAsync();
        DateTime start = DateTime.UtcNow;
        ProgramResult undisturbed = await Sample.RunAsync(command);
        TimeSpan duration = DateTime.UtcNow - start;
        IReadOnlyList<string> events = await database.ReadEventsAsync();
        Assert.Equal(undisturbed.Import.All, events.Count);

        int seed = Environment.TickCount;
        var random = new Random(seed);
        for (int round = 0; round < (IsFull ? 10 : 3); round++)
        {
            await database.ClearAsync();
            TimeSpan moment = random.NextDouble() * duration;
            using (RunningProgram import = Sample.Start(command))
            {
                import.KillAfter(moment);
            }

            string context = $"seed {seed}, round {round}, killed after {moment}";
            ProgramResult next = await Sample.RunAsync(command);
            Assert.Equal((context, undisturbed.Answer), (context, next.Answer));
            Assert.Equal((context, undisturbed.Import.All), (context, next.Import.All));
            Assert.Equal(events, await database.ReadEventsAsync());
        }
    }
}
