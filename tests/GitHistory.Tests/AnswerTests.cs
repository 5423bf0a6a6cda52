namespace GitHistory.Tests;

/// <summary>What the sample answers is what git answers, from memory and from PostgreSQL.</summary>
public sealed class AnswerTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_scripted_history_with_everything_in_it(bool postgres)
    {
        await database.ClearAsync();
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Scripted());

        (int commits, int added, int all) = await Answers.EqualGitsAsync(repository, Store(postgres));

        Assert.Equal((await LineAsync(repository)).Length, commits);
        Assert.Equal(await CountChangesAsync(repository) + commits, added);
        Assert.Equal(added, all);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_directories_hold_the_files_that_git_names(bool postgres)
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Scripted());

        Assert.Equal(await Answers.DirectoriesAsync(repository), (await Sample.RunAsync(["directories", "--repository", repository.Path, .. Store(postgres)])).Answer);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_history_of_each_path_names_the_commits_that_git_names(bool postgres)
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Scripted());
        string[] paths = ["README", "side.txt", "new/place.txt", "old/name.txt", "module", ".mailmap", .. Histories.AwkwardPaths.Where(IsUtf8)];

        foreach (string path in paths)
        {
            string log = await repository.GitAsync("log", "--first-parent", "--reverse", "--diff-merges=first-parent", "--no-renames", "--no-patch", "--format=%H", "--", ":(top,literal)" + Text(path));
            string[] history = await Answers.HistoryAsync(repository, Text(path), Store(postgres));

            Assert.Equal(log.Split('\n', StringSplitOptions.RemoveEmptyEntries), history.Select(entry => entry.Split(' ')[0]));
        }
    }

    [Fact]
    public async Task The_history_of_a_path_says_what_each_commit_did_to_it()
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Scripted());

        Assert.Equal(["added 100644", "modified 100644", "modified 100755", "deleted", "added 100644"], await WhatAsync("README"));
        Assert.Equal(["added 100644", "deleted", "added 100644"], await WhatAsync("thing"));
        Assert.Equal(["added 100644", "deleted"], await WhatAsync("thing/inner"));
        Assert.Equal(["added 100644", "modified 120000", "modified 120000", "modified 100644"], await WhatAsync("link or file"));
        Assert.Equal(["added 160000", "modified 160000"], await WhatAsync("module"));
        Assert.Equal(["added 100644", "deleted"], await WhatAsync("old/name.txt"));
        Assert.Equal(["added 100644"], await WhatAsync("side.txt"));

        async Task<string[]> WhatAsync(string path) =>
            [.. (await Answers.HistoryAsync(repository, path)).Select(entry => entry[(entry.IndexOf(' ', StringComparison.Ordinal) + 1)..])];
    }

    [Fact]
    public async Task A_path_that_is_not_utf8_can_be_asked_for()
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Scripted());

        // Only a shell can pass such an argument: .NET would encode it.
        ProgramResult result = await Shell.RunAsync("exec \"$@\" \"$(printf 'data/\\377\\376.bin')\"", Sample.StartInfo("history", "--repository", repository.Path, "--"));

        Assert.Equal(["added", "deleted", "added"], result.AnswerLines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3]));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_changed_mailmap_counts_at_once(bool postgres)
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Scripted());
        await Answers.EqualGitsAsync(repository, Store(postgres));

        await File.WriteAllTextAsync(Path.Combine(repository.Path, ".mailmap"), "Somebody Else <ann@example.org>\nSide Effect <side@example.org>\nSomebody Else <bob@example.org>\n", TestContext.Current.CancellationToken);

        await Answers.EqualGitsAsync(repository, Store(postgres));
        Assert.Contains("Somebody Else", (await Sample.RunAsync("authors", "--repository", repository.Path)).Answer, StringComparison.Ordinal);
    }

    [Theory, InlineData("--bare"), InlineData("--depth=4"), InlineData("--mirror")]
    public async Task A_clone_of_any_kind(string kind)
    {
        using GitDirectory origin = await GitDirectory.FromAsync(Histories.Scripted());
        using GitDirectory clone = await GitDirectory.CloneAsync(origin, kind);

        await Answers.EqualGitsAsync(clone);
        await Answers.EqualGitsAsync(clone, database.Options);
    }

    [Fact]
    public async Task A_detached_head_a_worktree_and_a_directory_inside()
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Scripted());
        string files = await repository.GitAsync("ls-tree", "-r", "--name-only", "-z", "HEAD");
        Assert.Equal(files, (await Sample.RunAsync("files", "-z", "--repository", Path.Combine(repository.Path, "new"))).Answer);

        await repository.GitAsync("checkout", "--quiet", "--detach", "HEAD~3");
        await Answers.EqualGitsAsync(repository);

        await repository.GitAsync("worktree", "add", "--quiet", "tree", "main");
        Assert.Equal(files, (await Sample.RunAsync("files", "-z", "--repository", Path.Combine(repository.Path, "tree"))).Answer);
    }

    [Fact]
    public async Task Whatever_the_repository_configures()
    {
        using GitDirectory repository = await GitDirectory.FromAsync(Histories.Scripted());
        foreach (string setting in (string[])["log.showRoot=false", "log.diffMerges=combined", "log.showSignature=true", "log.decorate=full", "log.abbrevCommit=true", "diff.renames=copies", "diff.relative=true", "diff.ignoreSubmodules=all", "color.ui=always", "core.quotePath=true", "diff.noprefix=true", "diff.external=false", "log.date=relative"])
        {
            await repository.GitAsync(["config", .. setting.Split('=')]);
        }

        await Answers.EqualGitsAsync(repository);
    }

    private string[] Store(bool postgres) => postgres ? database.Options : [];

    private static string Text(string bytes) => System.Text.Encoding.UTF8.GetString(Bytes.From(bytes));

    private static bool IsUtf8(string bytes) => System.Text.Unicode.Utf8.IsValid(Bytes.From(bytes));

    private static async Task<string[]> LineAsync(GitDirectory repository) =>
        (await repository.GitAsync("rev-list", "--first-parent", "--reverse", "HEAD")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Counts by comparing the trees of neighbours, which is not the way of the sample.</summary>
    private static async Task<int> CountChangesAsync(GitDirectory repository)
    {
        int changes = 0;
        var before = new Dictionary<string, string>();
        foreach (string commit in await LineAsync(repository))
        {
            string tree = await repository.GitAsync("ls-tree", "-r", "-z", commit);
            var after = tree.Split('\0', StringSplitOptions.RemoveEmptyEntries).ToDictionary(entry => entry.Split('\t', 2)[1], entry => entry.Split('\t', 2)[0]);
            changes += after.Count(file => !before.TryGetValue(file.Key, out string? known) || known != file.Value) + before.Keys.Count(path => !after.ContainsKey(path));
            before = after;
        }

        return changes;
    }
}
