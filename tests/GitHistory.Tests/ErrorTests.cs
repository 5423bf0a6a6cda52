using System.Diagnostics;
using Npgsql;

namespace GitHistory.Tests;

/// <summary>What goes wrong is said in one line, with an exit code.</summary>
public sealed class ErrorTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task No_git()
    {
        ProcessStartInfo start = Sample.StartInfo("authors");
        start.Environment["PATH"] = "/nowhere";
        using var program = new RunningProgram(start);

        Assert.Contains("git is not installed", (await program.EndAsync()).Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_a_repository_and_no_directory()
    {
        using var empty = new GitDirectory();

        Assert.Contains("not a git repository", (await Sample.RunAsync("files", "--repository", empty.Path)).Failure(), StringComparison.Ordinal);
        Assert.Contains("No such file", (await Sample.RunAsync("files", "--repository", Path.Combine(empty.Path, "none"))).Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_commits_yet()
    {
        using GitDirectory repository = await GitDirectory.InitAsync();

        Assert.Contains("no commits yet", (await Sample.RunAsync("authors", "--repository", repository.Path)).Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_never_was()
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Long(1));

        ProgramResult result = await Sample.RunAsync("history", "no\nsuch file", "--repository", repository.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(2, result.ErrorLines.Length); // the import's line, and the error
        Assert.Contains("'no such file'", result.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_server()
    {
        string error = await FailureAsync("Host=127.0.0.1;Port=1");

        Assert.Contains("no PostgreSQL server at 127.0.0.1:1", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_server_where_the_environment_says()
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Long(1));
        ProcessStartInfo start = Sample.StartInfo("authors", "--store", "postgres", "--repository", repository.Path);
        start.Environment["PGHOST"] = "127.0.0.1";
        start.Environment["PGPORT"] = "1";
        using var program = new RunningProgram(start);

        Assert.Contains("no PostgreSQL server at 127.0.0.1:1", (await program.EndAsync()).Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_says_where_the_server_is()
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Long(3));
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        ProcessStartInfo start = Sample.StartInfo("authors", "--store", "postgres", "--repository", repository.Path);
        start.Environment["PGHOST"] = settings.Host;
        start.Environment["PGPORT"] = $"{settings.Port}";
        start.Environment["PGUSER"] = settings.Username;
        start.Environment["PGPASSWORD"] = settings.Password;
        start.Environment["PGDATABASE"] = settings.Database;
        using var program = new RunningProgram(start);

        Assert.Equal(3, (await program.EndAsync()).Import.Commits);
        Assert.NotEqual(0, await database.CountEventsAsync());
    }

    [Fact]
    public async Task Wrong_password()
    {
        await using var server = new RefusingServer();

        string error = await FailureAsync($"Host=127.0.0.1;Port={server.Port};Username=ada;Password=guess;Database=x");

        Assert.Contains("refuses the login: password authentication failed", error, StringComparison.Ordinal);
        Assert.DoesNotContain("guess", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_such_database()
    {
        string error = await FailureAsync(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "nowhere" }.ConnectionString);

        Assert.Contains("database \"nowhere\" does not exist", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_rights()
    {
        await database.ClearAsync();
        string role = $"githistory_{Guid.NewGuid():N}";
        await PostgresDatabase.ExecuteAsync(database.ConnectionString, $"create role {role} login password 'secret'");
        try
        {
            // The role may connect, but not make a schema.
            string error = await FailureAsync(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = "secret" }.ConnectionString);

            Assert.Contains("missing rights", error, StringComparison.Ordinal);
        }
        finally
        {
            await PostgresDatabase.ExecuteAsync(database.ConnectionString, $"drop role {role}");
        }
    }

    [Theory]
    [InlineData("no command")]
    [InlineData("no command blame", "blame")]
    [InlineData("no option --loud", "authors", "--loud")]
    [InlineData("needs a PATH", "history")]
    [InlineData("does not take 'x'", "authors", "x")]
    [InlineData("--store is memory or postgres", "authors", "--store", "paper")]
    [InlineData("--repository needs a value", "authors", "--repository")]
    [InlineData("-z belongs to files", "authors", "-z")]
    [InlineData("--follow belongs to authors and directories", "files", "--follow")]
    [InlineData("--once belongs to --follow", "authors", "--once")]
    [InlineData("--follow needs --store postgres", "authors", "--follow")]
    [InlineData("--follow needs --store postgres", "directories", "--follow", "--store", "memory")]
    [InlineData("status needs --store postgres", "status")]
    [InlineData("--connection belongs to --store postgres", "authors", "--connection", "Host=x")]
    [InlineData("--connection is not understood", "authors", "--store", "postgres", "--connection", "Nonsense=1")]
    public async Task What_makes_no_sense(string reason, params string[] arguments)
    {
        Assert.Contains(reason, (await Sample.RunAsync(arguments)).Failure(exitCode: 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        ProgramResult help = await Sample.RunAsync("--help");

        Assert.Contains("Usage:", help.Answer, StringComparison.Ordinal);
        Assert.Empty(help.Errors);
    }

    private static async Task<string> FailureAsync(string connection)
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Long(1));
        return (await Sample.RunAsync("authors", "--repository", repository.Path, "--store", "postgres", "--connection", connection)).Failure();
    }
}
