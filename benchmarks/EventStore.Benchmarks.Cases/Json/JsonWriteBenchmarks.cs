using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BenchmarkDotNet.Attributes;

namespace EventStore.Benchmarks.Json;

/// <summary>From an event to UTF-8, by a writer that is used again, as the store does it.</summary>
public class JsonWriteBenchmarks : JsonBenchmarks, IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _writer;

    public JsonWriteBenchmarks() => _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });

    [Benchmark(Description = Ways.Ours)]
    public int Ours() => Write(OursType.JsonTypeInfo);

    [Benchmark(Description = Ways.JsonGenerator, Baseline = true)]
    public int Generator() => Write(GeneratorInfo);

    [Benchmark(Description = Ways.JsonReflection)]
    public int Reflection() => Write(ReflectionInfo);

    [GlobalCleanup]
    public void Dispose()
    {
        _writer.Dispose();
        GC.SuppressFinalize(this);
    }

    private int Write(JsonTypeInfo info)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        JsonSerializer.Serialize(_writer, Payload, info);
        _writer.Flush();
        return _buffer.WrittenCount;
    }
}
