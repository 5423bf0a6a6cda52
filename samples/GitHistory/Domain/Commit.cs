namespace GitHistory.Domain;

/// <summary>A commit of the first-parent line, and what it changes against its first parent.</summary>
public sealed record Commit(string Hash, DateTimeOffset Time, GitText AuthorName, GitText AuthorEmail, IReadOnlyList<PathChange> Changes);

/// <summary>A path that a commit adds, modifies or deletes.</summary>
public sealed record PathChange(ChangeKind Kind, GitText Path, string Mode, string ObjectId);

/// <summary>What a commit does to a path.</summary>
public enum ChangeKind
{
    Added,
    Modified,
    Deleted,
}
