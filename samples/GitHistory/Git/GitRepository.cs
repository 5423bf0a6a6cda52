using System.Runtime.CompilerServices;
using GitHistory.Domain;

namespace GitHistory.Git;

/// <summary>What git tells of a repository, as of the commit that HEAD named when it was opened.</summary>
internal sealed class GitRepository
{
    private readonly string _directory;

    private GitRepository(string directory, IReadOnlyList<string> line)
    {
        _directory = directory;
        Line = line;
    }

    /// <summary>The hashes of the first-parent line, oldest first; never empty.</summary>
    public IReadOnlyList<string> Line { get; }

    /// <summary>The oldest commit of the line: it names the repository, wherever it was cloned to.</summary>
    public string Root => Line[0];

    public static async Task<GitRepository> OpenAsync(string directory, CancellationToken cancellationToken)
    {
        // Says whether this is a repository; if not, git's own words say why.
        using (GitProcess check = GitProcess.Start(directory, "rev-parse", "--git-dir"))
        {
            await check.EnsureSuccessAsync(cancellationToken);
        }

        (int exitCode, string head) = await GitProcess.RunAsync(directory, cancellationToken, "rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        if (exitCode != 0)
        {
            throw new UserException("the repository has no commits yet");
        }

        var line = new List<string>();
        using GitProcess git = GitProcess.Start(directory, "rev-list", "--first-parent", head);
        using var reader = new StreamReader(git.Output);
        while (await reader.ReadLineAsync(cancellationToken) is { } hash)
        {
            line.Add(hash);
        }

        await git.EnsureSuccessAsync(cancellationToken);
        line.Reverse();
        return new GitRepository(directory, line);
    }

    /// <summary>Reads the commits of the line behind the first <paramref name="known"/>, oldest first, from one git.</summary>
    public async IAsyncEnumerable<Commit> ReadCommitsAsync(int known, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Everything that a user's configuration could change is said, down to the colour.
        using GitProcess git = GitProcess.Start(
            _directory,
            "log", "--first-parent", "--reverse", $"--max-count={Line.Count - known}",
            "--raw", "-r", "-z", "--root", "--diff-merges=first-parent", "--no-renames", "--no-abbrev", "--no-relative",
            "--ignore-submodules=none", "--no-ext-diff", "--no-color", "--no-show-signature", "--no-notes",
            "--encoding=UTF-8", $"--format={CommitReader.Format}",
            Line[^1], "--");
        git.Input.Close();

        // A git that was ended early may have cut its last commit off: that one waits until git's exit code is known.
        Commit? last = null;
        await foreach (Commit commit in CommitReader.ReadAsync(git.Output, cancellationToken))
        {
            if (last is not null)
            {
                yield return last;
            }

            last = commit;
        }

        await git.EnsureSuccessAsync(cancellationToken);
        if (last is not null)
        {
            yield return last;
        }
    }

    /// <summary>Asks the mailmap of now for the names of authors.</summary>
    /// <param name="contacts">Lines "name &lt;address&gt;", as raw bytes.</param>
    /// <returns>For each the name that the mailmap gives it, as raw bytes.</returns>
    public async Task<IReadOnlyList<byte[]>> MapNamesAsync(IReadOnlyList<byte[]> contacts, CancellationToken cancellationToken)
    {
        using GitProcess git = GitProcess.Start(_directory, "check-mailmap", "--stdin");

        // Written while the answers are read: either pipe alone would fill up.
        Task writing = WriteAsync(git.Input, contacts, cancellationToken);
        var names = new List<byte[]>(contacts.Count);
        await foreach (byte[] contact in Delimited.ReadAsync(git.Output, (byte)'\n', cancellationToken))
        {
            int end = contact.AsSpan().IndexOf((byte)'<'); // a name holds none: git splits there
            names.Add(end > 0 ? contact[..(end - 1)] : []);
        }

        await git.EnsureSuccessAsync(cancellationToken);
        await writing;
        return names;
    }

    private static async Task WriteAsync(Stream input, IReadOnlyList<byte[]> contacts, CancellationToken cancellationToken)
    {
        await using (input)
        {
            foreach (byte[] contact in contacts)
            {
                await input.WriteAsync(contact, cancellationToken);
                await input.WriteAsync("\n"u8.ToArray(), cancellationToken);
            }
        }
    }
}
