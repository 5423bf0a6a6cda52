using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using BenchmarkDotNet.Attributes;

namespace EventStore.Benchmarks.Json;

/// <summary>What reading and writing have in common: an event, and three kinds of metadata for it.</summary>
public abstract class JsonBenchmarks
{
    /// <summary>The shape of the event.</summary>
    [Params(Shapes.Small, Shapes.Large, Shapes.Initialised, Shapes.Nested, Shapes.Enums, Shapes.Struct)]
    public string Shape { get; set; } = Shapes.Small;

    protected object Payload { get; private set; } = null!;

    protected EventType OursType { get; private set; } = null!;

    protected JsonTypeInfo GeneratorInfo { get; private set; } = null!;

    protected JsonTypeInfo ReflectionInfo { get; private set; } = null!;

    /// <summary>For what can be published as native code.</summary>
    public virtual void Setup()
    {
        Payload = Shapes.Event(Shape);
        OursType = JsonMetadata.Ours(Payload);
        GeneratorInfo = JsonMetadata.Generator(Payload);
    }

    [GlobalSetup]
    [RequiresUnreferencedCode("Reflects.")]
    [RequiresDynamicCode("Reflects.")]
    public void SetupWithReflection()
    {
        Setup();
        ReflectionInfo = JsonMetadata.Reflection(Payload);
    }
}
