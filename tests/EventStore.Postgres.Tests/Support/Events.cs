using System.Text;
using EventStore.Providers;

namespace EventStore.Postgres.Tests;

/// <summary>Makes events as the engine hands them to the port.</summary>
internal static class Events
{
    public static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static EventRecord Plain(string metadata = "{}", string name = "thing-happened", string payload = "{}", Guid? id = null) => new()
    {
        EventId = id ?? Guid.CreateVersion7(),
        Name = name,
        CreatedAt = Time,
        Payload = Encoding.UTF8.GetBytes(payload),
        Metadata = Encoding.UTF8.GetBytes(metadata),
    };

    public static EventRecord Of(Guid aggregate, long version, string type = "user", Guid? id = null, string name = "user-changed") =>
        Plain(name: name, id: id) with { AggregateId = aggregate, AggregateType = type, AggregateVersion = version };

    public static RecordedUnit Unit(params (string Stream, EventRecord[] Events)[] parts) =>
        new([.. parts.Select(part => new RecordedPart(part.Stream, part.Events))]);

    public static string Utf8(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
