using Npgsql;

namespace EventStore.LoadTest.Limit;

/// <summary>An event with all that a load gives its caller.</summary>
internal sealed record LimitEvent(
    long Position,
    long Version,
    object Payload,
    Guid EventId,
    DateTime CreatedAt,
    Guid AggregateId,
    string AggregateType,
    ReadOnlyMemory<byte> Metadata)
{
    public static LimitEvent Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(1),
        LimitReading.Read(reader.GetFieldValue<ReadOnlyMemory<byte>>(2).Span, reader.GetFieldValue<ReadOnlyMemory<byte>>(3).Span),
        reader.GetGuid(4),
        reader.GetDateTime(5),
        reader.GetGuid(6),
        reader.GetString(7),
        reader.GetFieldValue<ReadOnlyMemory<byte>>(8));
}
