using EventStore;

namespace GitHistory.Domain;

/// <summary>A commit of the first-parent line, in the stream of the contributors.</summary>
/// <param name="Commit">Its hash.</param>
/// <param name="Number">Its place on the line; the root is 1. Places without a gap prove that nothing is missing.</param>
/// <param name="Name">The author's name as the commit has it, before any mailmap.</param>
/// <param name="Email">The author's address as the commit has it.</param>
/// <param name="Paths">How many events of files the same unit holds.</param>
[Event("commit-authored")]
public sealed record CommitAuthored(string Commit, int Number, GitText Name, GitText Email, int Paths)
{
    /// <summary>Name and address as a mailmap is asked for them.</summary>
    public byte[] Contact() => [.. Name.ToBytes(), .. " <"u8, .. Email.ToBytes(), .. ">"u8];
}

/// <summary>A path that a commit adds, against its first parent.</summary>
/// <param name="Commit">The commit's hash.</param>
/// <param name="Path">The path from the top of the repository.</param>
/// <param name="Mode">What it is, in git's octal: 100644, 100755, 120000 (a link) or 160000 (a submodule).</param>
/// <param name="ObjectId">The hash of its content; a submodule's commit.</param>
[Event("file-added")]
public sealed record FileAdded(string Commit, GitText Path, string Mode, string ObjectId);

/// <summary>A path that a commit gives another content, mode or kind.</summary>
/// <param name="Commit">The commit's hash.</param>
/// <param name="Path">The path from the top of the repository.</param>
/// <param name="Mode">What it is now.</param>
/// <param name="ObjectId">The hash of its content now.</param>
[Event("file-modified")]
public sealed record FileModified(string Commit, GitText Path, string Mode, string ObjectId);

/// <summary>A path that a commit deletes. It may be added again later: the same aggregate goes on.</summary>
/// <param name="Commit">The commit's hash.</param>
/// <param name="Path">The path from the top of the repository.</param>
[Event("file-deleted")]
public sealed record FileDeleted(string Commit, GitText Path);

/// <summary>Every event above; the generator fills it in.</summary>
[EventCatalog]
public static partial class GitEvents;
