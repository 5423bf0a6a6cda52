using System.Globalization;
using System.Text;
using GitHistory.ReadModels;

namespace GitHistory.Commands;

/// <summary>A line for each name, as git shortlog writes them: the highest count first, then by the names' bytes.</summary>
internal static class CountTable
{
    public static async Task WriteAsync(IEnumerable<NameCount> rows, Stream output, CancellationToken cancellationToken)
    {
        foreach ((byte[] name, long count) in rows.OrderByDescending(row => row.Count).ThenBy(row => row.Name, ByteOrder.Instance))
        {
            await output.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{count,6}\t")), cancellationToken);
            await output.WriteAsync(name, cancellationToken);
            output.WriteByte((byte)'\n');
        }
    }
}
