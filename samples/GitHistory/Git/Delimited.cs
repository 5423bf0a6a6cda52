using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace GitHistory.Git;

/// <summary>Splits a stream of bytes at a delimiter while it arrives.</summary>
internal static class Delimited
{
    public static async IAsyncEnumerable<byte[]> ReadAsync(Stream stream, byte delimiter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancellationToken);
            ReadOnlySequence<byte> rest = read.Buffer;
            while (rest.PositionOf(delimiter) is { } end)
            {
                yield return rest.Slice(0, end).ToArray();
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (!rest.IsEmpty)
                {
                    yield return rest.ToArray();
                }

                yield break;
            }

            reader.AdvanceTo(rest.Start, rest.End);
        }
    }
}
