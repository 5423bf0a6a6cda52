using System.Globalization;

namespace GitHistory.Tests;

/// <summary>Read models that one program keeps up to date while another imports.</summary>
public sealed class FollowTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task A_follower_that_is_killed_amid_an_import_and_started_again_has_counted_everything_once()
    {
        await ClearAsync();
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Long(3_000));
        using RunningProgram killed = Follow("authors", repository);
        using RunningProgram import = Sample.Start(["files", .. Options(repository)]);
        while (await CountAsync() == 0)
        {
            Assert.False(import.HasEnded);
            Assert.False(killed.HasEnded);
        }

        Assert.True(killed.KillAfter(TimeSpan.Zero));
        Assert.InRange(await CountAsync(), 1, 2_999);

        // The second stands by for as long as the first one works.
        using RunningProgram authors = Follow("authors", repository);
        using RunningProgram directories = Follow("directories", repository);
        Assert.Equal(3_000, (await import.EndAsync()).Import.Commits);

        string counted = await CaughtUpAsync(repository);
        Assert.Equal(3_000, await CountAsync());
        Assert.Equal((0, 0), (await EndAsync(authors, "TERM", last => Answers.EqualShortlog(counted, last)), await EndAsync(directories, "INT")));
        Assert.Equal(counted, await CaughtUpAsync(repository));
    }

    [Fact]
    public async Task A_follower_prints_each_table_that_it_comes_to_and_the_last_one_is_gits()
    {
        await ClearAsync();
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Scripted());
        using RunningProgram authors = Follow("authors", repository);
        using RunningProgram directories = Follow("directories", repository);
        await repository.GitAsync("checkout", "--quiet", "--detach", "HEAD~5");
        await Sample.RunAsync(["files", .. Options(repository)]);
        await CaughtUpAsync(repository);
        await repository.GitAsync("checkout", "--quiet", "main");
        await Sample.RunAsync(["files", .. Options(repository)]);
        await CaughtUpAsync(repository);
        string shortlog = await repository.GitAsync("shortlog", "-sn", "--first-parent", "HEAD");
        string table = await Answers.DirectoriesAsync(repository);

        Assert.Equal(0, await EndAsync(authors, "INT", last => Answers.EqualShortlog(shortlog, last)));
        Assert.Equal(0, await EndAsync(directories, "TERM", last => Assert.Equal(table, last)));
    }

    [Fact]
    public async Task A_rewritten_history_is_counted_anew_and_other_repositories_of_the_store_stay()
    {
        await ClearAsync();
        FastImport script = Histories.Long(20);
        using GitDirectory repository = await GitDirectory.FromAsync(script);
        using GitDirectory other = await GitDirectory.FromAsync(Histories.Scripted());
        await Sample.RunAsync(["authors", .. Options(repository)]);
        await Sample.RunAsync(["authors", .. Options(other)]);
        await CaughtUpAsync(repository);

        script.Commit(FastImport.Ann, [12], [FastImport.File("another", "way")]);
        await repository.ImportAsync(script);
        await Sample.RunAsync(["authors", .. Options(repository)]);

        await CaughtUpAsync(repository);
        await CaughtUpAsync(other);
        Assert.Equal(13 + (await LineAsync(other)).Length, await CountAsync());
    }

    [Fact]
    public async Task The_status_shows_each_projection_with_its_positions_and_its_lag()
    {
        await ClearAsync();
        FastImport script = Histories.Long(10);
        using GitDirectory repository = await GitDirectory.FromAsync(script);
        ProgramResult import = await Sample.RunAsync(["authors", .. Options(repository)]);
        string root = (await LineAsync(repository))[0];
        Assert.Empty(await StatusAsync());

        await CaughtUpAsync(repository);
        string[] idle = await StatusAsync();
        Assert.Equal(["githistory-authors\tIdle\tlag 0.00:00:00\t0 parked", "githistory-directories\tIdle\tlag 0.00:00:00\t0 parked"], idle.Where(line => line.StartsWith("githistory-", StringComparison.Ordinal)));
        Assert.Equal([$"contributors-{root}", $"contributors-{root}", $"files-{root}"], Positions(idle).Select(position => position.Stream));
        Assert.All(Positions(idle), position => Assert.True(position.Position >= import.Import.All));

        script.Commit(FastImport.Ann, changes: [FastImport.File("new", "1")]);
        await repository.ImportAsync(script);
        await Sample.RunAsync(["authors", .. Options(repository)]);
        string[] behind = await StatusAsync();
        Assert.Equal(Positions(idle), Positions(behind));
        Assert.DoesNotContain(behind, line => line.Contains("lag 0.00:00:00", StringComparison.Ordinal)); // the commit is of 2017

        using RunningProgram follower = Follow("authors", repository);
        await CaughtUpAsync(repository);
        Assert.All((await StatusAsync()).Where(line => line.StartsWith("githistory-", StringComparison.Ordinal)), line => Assert.Contains("\tRunning\tlag 0.00:00:00\t", line, StringComparison.Ordinal));
        Assert.Equal(0, await EndAsync(follower, "TERM"));
        Assert.All((await StatusAsync()).Where(line => line.StartsWith("githistory-", StringComparison.Ordinal)), line => Assert.Contains("\tIdle\t", line, StringComparison.Ordinal));
    }

    /// <summary>Drops the read models too; without their projections they would be counted anew, but not for repositories that are gone.</summary>
    private async Task ClearAsync()
    {
        await database.ClearAsync();
        await PostgresDatabase.ExecuteAsync(database.ConnectionString, "drop table if exists githistory_authors, githistory_directories");
    }

    private string[] Options(GitDirectory repository) => ["--repository", repository.Path, .. database.Options];

    private RunningProgram Follow(string command, GitDirectory repository) => Sample.Start([command, "--follow", .. Options(repository)]);

    /// <summary>Waits until both read models hold everything that is stored, which is what git says. Gives the authors.</summary>
    private async Task<string> CaughtUpAsync(GitDirectory repository)
    {
        string authors = (await Sample.RunAsync(["authors", "--follow", "--once", .. Options(repository)])).Answer;
        Answers.EqualShortlog(await repository.GitAsync("shortlog", "-sn", "--first-parent", "HEAD"), authors);
        Assert.Equal(await Answers.DirectoriesAsync(repository), (await Sample.RunAsync(["directories", "--follow", "--once", .. Options(repository)])).Answer);
        return authors;
    }

    /// <summary>Ends a follower by a signal, and gives its exit code.</summary>
    private static async Task<int> EndAsync(RunningProgram follower, string signal, Action<string>? checkLastTable = null)
    {
        Assert.False(follower.HasEnded);
        await Shell.RunAsync($"kill -{signal} {follower.Id.ToString(CultureInfo.InvariantCulture)}", new("true"));
        ProgramResult result = await follower.EndAsync();
        Assert.Empty(result.Errors);
        checkLastTable?.Invoke(result.Answer.Split("\n\n")[^1]);
        return result.ExitCode;
    }

    private async Task<long> CountAsync() => await database.ScalarAsync("select to_regclass('githistory_authors')::text") is string
        ? (long)(await database.ScalarAsync("select coalesce(sum(count), 0)::bigint from githistory_authors"))!
        : 0;

    private async Task<string[]> StatusAsync() => (await Sample.RunAsync(["status", .. database.Options])).AnswerLines;

    private static (string Stream, long Position)[] Positions(string[] status) =>
        [.. status.Where(line => line.StartsWith(' ')).Select(line => line.Split('\t')).Select(parts => (parts[1], long.Parse(parts[0], CultureInfo.InvariantCulture)))];

    private static async Task<string[]> LineAsync(GitDirectory repository) =>
        (await repository.GitAsync("rev-list", "--first-parent", "--reverse", "HEAD")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
