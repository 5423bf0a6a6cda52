using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EventStore;

/// <summary>The state of a projection as it is stored: how it begins, how it is written and read.</summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class ProjectionStateJson<TState>(string projectionName, Func<EventCatalog, JsonTypeInfo<TState>>? find)
{
    private const int DefaultMaxDepth = 64;

    private JsonTypeInfo<TState>? _json;
    private JsonTraits _traits;

    /// <summary>Whether the state is kept at all: a read model is its own.</summary>
    public bool IsStored => find is not null;

    /// <summary>Finds the JSON of the state before anything is run.</summary>
    public void Resolve(EventCatalog catalog)
    {
        if (_json is null && find is not null)
        {
            _json = find(catalog);
            _traits = JsonTraitsFinder.Find(_json);
        }
    }

    public byte[] Write(TState state)
    {
        if (_json is null)
        {
            return "{}"u8.ToArray();
        }

        byte[] utf8 = WriteStrictly(state, _json);
        if ((_traits & JsonTraits.HasFreeJson) != 0 && JsonGuard.Find(utf8, JsonOrigin.FreeState) is { } defect)
        {
            throw Unwritable($"at ${defect.Path} {defect.Reason}");
        }

        CheckReadBack(utf8, _json);
        return utf8;
    }

    private byte[] WriteStrictly(TState state, JsonTypeInfo<TState> json)
    {
        var options = new JsonWriterOptions { Encoder = StrictEncoder.Instance, SkipValidation = true, MaxDepth = json.Options.MaxDepth > 0 ? json.Options.MaxDepth : DefaultMaxDepth };
        using var buffer = new PooledBuffer();
        using var writer = new Utf8JsonWriter(buffer, options);
        try
        {
            JsonSerializer.Serialize(writer, state, json);
            writer.Flush();
            return buffer.Span(0, buffer.Length).ToArray();
        }
        catch (LoneSurrogateException exception)
        {
            throw Unwritable($"at ${LoneSurrogatePath.Find(state!, json, exception.Text)} it holds half of a surrogate pair, which is no text. Remove it.", exception);
        }
        catch (Exception exception) when (EventSerializationException.IsCause(exception))
        {
            throw Unwritable($"it cannot be written as JSON: {exception.Message} Make the type round-trip.", exception);
        }
    }

    private void CheckReadBack(byte[] utf8, JsonTypeInfo<TState> json)
    {
        if (!ReadBack.IsUncertain(utf8, _traits))
        {
            return;
        }

        try
        {
            JsonSerializer.Deserialize(utf8, json);
        }
        catch (Exception exception) when (EventSerializationException.IsCause(exception))
        {
            throw Unwritable($"it could not be read back: {exception.Message} Use times in UTC, and make the type round-trip.", exception);
        }
    }

    private ProjectionStateException Unwritable(string reason, Exception? cause = null) => new(projectionName, typeof(TState), reason, cause);

    public TState Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8.Span, _json!)!;
        }
        catch (Exception exception) when (EventSerializationException.IsCause(exception))
        {
            throw new ProjectionStateException(projectionName, typeof(TState), $"the stored JSON cannot be read: {exception.Message} Make the type accept what is stored, reset the projection, or give the new shape a new name.", exception);
        }
    }

    /// <summary>What the catalog knows, or one of the types that JSON itself has.</summary>
    public static JsonTypeInfo<TState> FindIn(EventCatalog catalog)
    {
        if (catalog.TryFindState(typeof(TState), out JsonTypeInfo? known) && known is JsonTypeInfo<TState> json)
        {
            return json;
        }

        return SimpleStates.Find<TState>() ?? throw new InvalidOperationException($"No catalog of the store knows the JSON of the state {typeof(TState)}. Mark the type with [ProjectionState], or name it in [EventCatalog(States = [typeof(…)])], and give the catalog to EventStoreBuilder.AddEvents.");
    }
}
