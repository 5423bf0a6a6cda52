using System.Security.Cryptography;
using System.Text;

namespace GitHistory.Domain;

/// <summary>
/// Ids that follow from what they name (UUIDs of version 8, cut from a SHA-256): whoever imports the same commit, at
/// whatever time, gives its events the same ids, and the store keeps each once.
/// </summary>
internal static class Ids
{
    public static Guid OfCommit(string commit) => From("commit", commit);

    public static Guid OfChange(string commit, GitText path) => From("change", commit, path.ToBytes());

    /// <summary>The id of the aggregate of an author as commits name them.</summary>
    public static Guid OfContributor(string root, GitText name, GitText email) => From("contributor", root, name.ToBytes(), email.ToBytes());

    /// <summary>The id of the aggregate of a path.</summary>
    public static Guid OfFile(string root, GitText path) => From("file", root, path.ToBytes());

    private static Guid From(string kind, string hash, params ReadOnlySpan<byte[]> parts)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.ASCII.GetBytes($"{kind} {hash}"));
        foreach (byte[] part in parts)
        {
            sha.AppendData([0]); // git allows every byte but this one: no two lists of parts look the same
            sha.AppendData(part);
        }

        Span<byte> bytes = sha.GetHashAndReset().AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
