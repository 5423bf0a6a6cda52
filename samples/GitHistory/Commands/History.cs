using System.Globalization;
using System.Text;
using EventStore;
using GitHistory.Domain;
using GitHistory.Import;

namespace GitHistory.Commands;

/// <summary>What happened to one file: nothing but its own aggregate is read.</summary>
internal static class History
{
    public static async Task WriteAsync(IEventStore store, HistoryStreams streams, GitText path, Stream output, CancellationToken cancellationToken)
    {
        var files = new Repository<SourceFile>(store, streams.Files);
        SourceFile file = await files.FindAsync(Ids.OfFile(streams.Root, path), cancellationToken)
            ?? throw new UserException($"no commit of the first-parent line has touched '{path}'");
        foreach (SourceFile.Entry entry in file.History)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"{entry.Commit}  {entry.Time:yyyy-MM-dd HH:mm:ss}Z  {entry.What,-8}  {entry.Mode}");
            await output.WriteAsync(Encoding.ASCII.GetBytes(line.TrimEnd() + '\n'), cancellationToken);
        }
    }
}
