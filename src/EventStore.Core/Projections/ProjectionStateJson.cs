using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EventStore;

/// <summary>The state of a projection as it is stored: how it begins, how it is written and read.</summary>
/// <typeparam name="TState">The state.</typeparam>
internal sealed class ProjectionStateJson<TState>(string projectionName, Func<EventCatalog, JsonTypeInfo<TState>>? find)
{
    private JsonTypeInfo<TState>? _json;

    /// <summary>Whether the state is kept at all: a read model is its own.</summary>
    public bool IsStored => find is not null;

    /// <summary>Finds the JSON of the state before anything is run.</summary>
    public void Resolve(EventCatalog catalog) => _json ??= find?.Invoke(catalog);

    public byte[] Write(TState state)
    {
        if (_json is null)
        {
            return "{}"u8.ToArray();
        }

        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(state, _json);
        }
        catch (Exception exception) when (EventSerializationException.IsCause(exception))
        {
            throw new ProjectionStateException(projectionName, typeof(TState), $"it cannot be written as JSON: {exception.Message} Make the type round-trip.", exception);
        }
    }

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
