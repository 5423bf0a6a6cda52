using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using GitHistory.Domain;

namespace GitHistory.Git;

/// <summary>Reads what <c>git log --raw -z</c> writes with <see cref="Format"/>.</summary>
/// <remarks>
/// Fields that end with NUL. A commit is one field of four lines, in which no name can hold a line break. Each change
/// is a field ":mode mode object object letter" (the first of a commit after a line break) and a field with the path.
/// </remarks>
internal static class CommitReader
{
    /// <summary>Hash, committer's time, author's name and address.</summary>
    public const string Format = "%H%n%ct%n%an%n%ae";

    public static async IAsyncEnumerable<Commit> ReadAsync(Stream log, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[]? header = null;
        byte[]? change = null;
        var changes = new List<PathChange>();
        await foreach (byte[] field in Delimited.ReadAsync(log, 0, cancellationToken))
        {
            if (change is not null)
            {
                changes.Add(ReadChange(change, field));
                change = null;
            }
            else if (field.AsSpan().TrimStart((byte)'\n').StartsWith(":"u8))
            {
                change = field;
            }
            else
            {
                if (header is not null)
                {
                    yield return ReadCommit(header, [.. changes]);
                }

                header = field;
                changes.Clear();
            }
        }

        if (header is not null)
        {
            yield return ReadCommit(header, [.. changes]);
        }
    }

    private static Commit ReadCommit(ReadOnlySpan<byte> header, IReadOnlyList<PathChange> changes)
    {
        Span<Range> lines = stackalloc Range[5];
        if (Split(header, (byte)'\n', lines) != 4)
        {
            throw new UserException("git's log is not understood: is this git too old?");
        }

        return new Commit(
            Encoding.ASCII.GetString(header[lines[0]]),
            Time(header[lines[1]]),
            GitText.FromBytes(header[lines[2]]),
            GitText.FromBytes(header[lines[3]]),
            changes);
    }

    private static PathChange ReadChange(ReadOnlySpan<byte> change, ReadOnlySpan<byte> path)
    {
        string[] parts = Encoding.ASCII.GetString(change).TrimStart('\n', ':').Split(' ');
        ChangeKind kind = parts[^1][0] switch
        {
            'A' => ChangeKind.Added,
            'D' => ChangeKind.Deleted,
            _ => ChangeKind.Modified, // also T: a file that became a link, or a submodule
        };
        return new PathChange(kind, GitText.FromBytes(path), parts[1], parts[3]);
    }

    /// <summary>Git keeps any number of seconds; a date has an end.</summary>
    private static DateTimeOffset Time(ReadOnlySpan<byte> seconds)
    {
        _ = long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value);
        return DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(value, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
    }

    private static int Split(ReadOnlySpan<byte> text, byte separator, Span<Range> parts)
    {
        int count = 0;
        foreach (Range part in text.Split(separator))
        {
            if (count == parts.Length)
            {
                return count;
            }

            parts[count++] = part;
        }

        return count;
    }
}
