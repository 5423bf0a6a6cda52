using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EventStore.LoadTest.Domain;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.LoadTest.Limit;

/// <summary>The rows of one append in arrays that are kept, and their JSON in one buffer that is kept. One for each caller.</summary>
internal sealed class AppendBuffer : IDisposable
{
    private readonly ArrayBufferWriter<byte> _json = new(4096);
    private readonly Utf8JsonWriter _writer;
    private readonly int[] _ends;
    private int _count;

    /// <param name="size">How many events an append has.</param>
    public AppendBuffer(int size)
    {
        _writer = new Utf8JsonWriter(_json);
        _ends = new int[size];
        Versions = new long[size];
        Times = new DateTime[size];
        EventIds = new Guid[size];
        AggregateIds = new Guid[size];
        Types = new string[size];
        Names = new string[size];
        Payloads = new ReadOnlyMemory<byte>[size];
        Metadata = new ReadOnlyMemory<byte>[size];
        Array.Fill(Types, Script.AggregateType);
    }

    public long[] Versions { get; }

    public DateTime[] Times { get; }

    public Guid[] EventIds { get; }

    public Guid[] AggregateIds { get; }

    public string[] Types { get; }

    public string[] Names { get; }

    public ReadOnlyMemory<byte>[] Payloads { get; }

    public ReadOnlyMemory<byte>[] Metadata { get; }

    public void Add<T>(Guid aggregateId, long version, string name, T payload, JsonTypeInfo<T> type, ReadOnlyMemory<byte> metadata)
    {
        JsonSerializer.Serialize(_writer, payload, type);
        _writer.Reset();
        _ends[_count] = _json.WrittenCount;
        Versions[_count] = version;
        Times[_count] = DateTime.UtcNow;
        EventIds[_count] = Guid.CreateVersion7();
        AggregateIds[_count] = aggregateId;
        Names[_count] = name;
        Metadata[_count] = metadata;
        _count++;
    }

    /// <summary>Ends the rows of an append: their payloads lie where they will stay.</summary>
    public void Complete()
    {
        if (_count != Names.Length)
        {
            throw new InvalidOperationException($"An append has {Names.Length} events, and {_count} were added.");
        }

        for (int i = 0; i < _count; i++)
        {
            int start = i == 0 ? 0 : _ends[i - 1];
            Payloads[i] = _json.WrittenMemory[start.._ends[i]];
        }

        _json.ResetWrittenCount();
        _count = 0;
    }

    public void AddTo(NpgsqlParameterCollection parameters, long tag)
    {
        Add(parameters, Versions, NpgsqlDbType.Bigint);
        Add(parameters, Times, NpgsqlDbType.TimestampTz);
        Add(parameters, EventIds, NpgsqlDbType.Uuid);
        Add(parameters, AggregateIds, NpgsqlDbType.Uuid);
        Add(parameters, Types, NpgsqlDbType.Text);
        Add(parameters, Names, NpgsqlDbType.Text);
        Add(parameters, Payloads, NpgsqlDbType.Json);
        Add(parameters, Metadata, NpgsqlDbType.Jsonb);
        parameters.Add(new NpgsqlParameter<long> { TypedValue = tag, NpgsqlDbType = NpgsqlDbType.Bigint });
    }

    public void Dispose() => _writer.Dispose();

    private static void Add<T>(NpgsqlParameterCollection parameters, T[] values, NpgsqlDbType type) =>
        parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
}
