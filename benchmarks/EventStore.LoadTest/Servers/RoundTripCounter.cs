using System.Buffers.Binary;

namespace EventStore.LoadTest.Servers;

/// <summary>
/// Follows the messages that one client sends, in pieces of any size, and counts those that it waits behind. What it sends
/// together with the next such message, as a driver sends a BEGIN ahead, has no answer before that, and does not count.
/// </summary>
internal sealed class RoundTripCounter
{
    private const int RequestsEncryption = 80877103;
    private const int RequestsGssEncryption = 80877104;

    private readonly byte[] _header = new byte[8];
    private int _headerLength;
    private long _rest;
    private bool _started;
    private int _answered = 1;

    /// <summary>The server has sent something. May be called beside <see cref="Count"/>.</summary>
    public void Answer() => Volatile.Write(ref _answered, 1);

    /// <returns>How many messages ended in these bytes that the client waits behind.</returns>
    public long Count(ReadOnlySpan<byte> bytes)
    {
        long count = 0;
        while (bytes.Length > 0)
        {
            if (_rest > 0)
            {
                int skipped = (int)Math.Min(_rest, bytes.Length);
                _rest -= skipped;
                bytes = bytes[skipped..];
                continue;
            }

            _header[_headerLength++] = bytes[0];
            bytes = bytes[1..];
            if (!_started)
            {
                Start();
            }
            else if (_headerLength == 5)
            {
                _headerLength = 0;
                _rest = BinaryPrimitives.ReadInt32BigEndian(_header.AsSpan(1)) - 4;
                count += _header[0] is (byte)'S' or (byte)'Q' or (byte)'c' ? Interlocked.Exchange(ref _answered, 0) : 0;
            }
        }

        return count;
    }

    /// <summary>The first message has no letter: its length, and what it is.</summary>
    private void Start()
    {
        if (_headerLength < 8)
        {
            return;
        }

        _headerLength = 0;
        _rest = BinaryPrimitives.ReadInt32BigEndian(_header) - 8;
        _started = BinaryPrimitives.ReadInt32BigEndian(_header.AsSpan(4)) is not (RequestsEncryption or RequestsGssEncryption);
    }
}
