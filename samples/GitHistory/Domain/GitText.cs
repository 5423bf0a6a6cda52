using System.Text;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace GitHistory.Domain;

/// <summary>
/// A name or a path as git keeps it: bytes, which need not be text. As <see cref="Text"/> where they are UTF-8,
/// so that the stored JSON can be read; otherwise as <see cref="Base64"/>, so that no byte is lost.
/// </summary>
public sealed record GitText(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Base64)
{
    public static GitText FromBytes(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes)
            ? new GitText(Encoding.UTF8.GetString(bytes), null)
            : new GitText(null, Convert.ToBase64String(bytes));

    public byte[] ToBytes() => Base64 is null ? Encoding.UTF8.GetBytes(Text ?? "") : Convert.FromBase64String(Base64);

    /// <summary>The directory of a path; nothing for the top of the repository.</summary>
    public byte[] Directory()
    {
        byte[] path = ToBytes();
        return path[..Math.Max(0, Array.LastIndexOf(path, (byte)'/'))];
    }

    public override string ToString() => Encoding.UTF8.GetString(ToBytes());
}
