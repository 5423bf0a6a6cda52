using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>Reads rows of events into the memory of a page. One for each batch; not thread-safe.</summary>
internal sealed class RowReader(NpgsqlDataReader reader, EventPage page)
{
    /// <summary>What a binary <c>jsonb</c> begins with: the version of its format.</summary>
    private const int JsonbPrefix = 1;

    private static readonly AggregateTypes Types = new();

    /// <summary>A row of a merged page: stream, position, version, name, payload, and what the columns ask for.</summary>
    public RecordedEvent ReadMerged(EventColumns columns)
    {
        bool hasHeader = columns.HasFlag(EventColumns.Header);
        bool belongsToAggregate = hasHeader && !reader.IsDBNull(7);
        return new RecordedEvent
        {
            StreamIndex = reader.GetInt32(0),
            Position = reader.GetInt64(1),
            AggregateVersion = reader.IsDBNull(2) ? 0 : reader.GetInt64(2),
            Name = ReadBytes(3),
            Payload = ReadBytes(4),
            EventId = hasHeader ? reader.GetGuid(5) : default,
            CreatedAt = hasHeader ? ReadTime(6) : default,
            AggregateId = belongsToAggregate ? reader.GetGuid(7) : default,
            AggregateType = belongsToAggregate && !reader.IsDBNull(8) ? ReadType(8) : null,
            IsLinked = hasHeader && reader.GetBoolean(9),
            Metadata = columns.HasFlag(EventColumns.Metadata) ? ReadBytes(hasHeader ? 10 : 5, JsonbPrefix) : default,
        };
    }

    /// <summary>A row of an aggregate's history: version, name, payload, and what the columns ask for.</summary>
    public RecordedEvent ReadHistory(AggregateReadRequest request)
    {
        bool hasHeader = request.Columns.HasFlag(EventColumns.Header);
        return new RecordedEvent
        {
            AggregateVersion = reader.GetInt64(0),
            Name = ReadBytes(1),
            Payload = ReadBytes(2),
            Position = hasHeader ? reader.GetInt64(3) : 0,
            EventId = hasHeader ? reader.GetGuid(4) : default,
            CreatedAt = hasHeader ? ReadTime(5) : default,
            AggregateId = hasHeader ? request.AggregateId : default,
            AggregateType = hasHeader ? request.AggregateType : null,
            Metadata = request.Columns.HasFlag(EventColumns.Metadata) ? ReadBytes(hasHeader ? 6 : 3, JsonbPrefix) : default,
        };
    }

    private Memory<byte> ReadBytes(int ordinal, int prefix = 0)
    {
        int length = (int)reader.GetBytes(ordinal, 0, null, 0, 0) - prefix;
        Memory<byte> memory = page.Allocate(length);
        if (length > 0 && MemoryMarshal.TryGetArray(memory, out ArraySegment<byte> segment))
        {
            reader.GetBytes(ordinal, prefix, segment.Array, segment.Offset, length);
        }

        return memory;
    }

    private DateTimeOffset ReadTime(int ordinal) => new(reader.GetDateTime(ordinal), TimeSpan.Zero);

    private string ReadType(int ordinal)
    {
        int length = (int)reader.GetBytes(ordinal, 0, null, 0, 0);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        reader.GetBytes(ordinal, 0, buffer, 0, length);
        string type = Types.Intern(buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return type;
    }

    /// <summary>The few types of aggregates that come again with every row.</summary>
    private sealed class AggregateTypes
    {
        private const int MaxKnown = 64;

        private volatile (byte[] Utf8, string Text)[] _known = [];

        public string Intern(ReadOnlySpan<byte> utf8)
        {
            (byte[] Utf8, string Text)[] known = _known;
            foreach ((byte[] bytes, string text) in known)
            {
                if (utf8.SequenceEqual(bytes))
                {
                    return text;
                }
            }

            string added = Encoding.UTF8.GetString(utf8);
            if (known.Length < MaxKnown)
            {
                _known = [.. known, (utf8.ToArray(), added)];
            }

            return added;
        }
    }
}
