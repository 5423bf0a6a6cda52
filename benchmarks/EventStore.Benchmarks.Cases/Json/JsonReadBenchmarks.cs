using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace EventStore.Benchmarks.Json;

/// <summary>From UTF-8 to an event.</summary>
public class JsonReadBenchmarks : JsonBenchmarks
{
    private byte[] _utf8 = [];

    public override void Setup()
    {
        base.Setup();
        _utf8 = JsonSerializer.SerializeToUtf8Bytes(Payload, GeneratorInfo);
    }

    [Benchmark(Description = Ways.Ours)]
    public object? Ours() => OursType.Read(_utf8);

    [Benchmark(Description = Ways.JsonGenerator, Baseline = true)]
    public object? Generator() => JsonSerializer.Deserialize(_utf8, GeneratorInfo);

    [Benchmark(Description = Ways.JsonReflection)]
    public object? Reflection() => JsonSerializer.Deserialize(_utf8, ReflectionInfo);
}
