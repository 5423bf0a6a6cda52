using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EventStore;

/// <summary>Follows a reader through JSON and names the place it is at.</summary>
internal sealed class JsonPath
{
    private readonly List<Level> _levels = [];

    /// <summary>To be called when a token has been read, before it is looked at.</summary>
    public void Enter(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            return;
        }

        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            _levels[^1] = _levels[^1] with { Property = Encoding.UTF8.GetString(reader.ValueSpan) };
        }
        else if (_levels.Count > 0 && _levels[^1].IsArray)
        {
            _levels[^1] = _levels[^1] with { Index = _levels[^1].Index + 1 };
        }
    }

    /// <summary>To be called when a token has been looked at.</summary>
    public void Leave(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                _levels.Add(new Level(reader.TokenType == JsonTokenType.StartArray, null, -1, null));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.RemoveAt(_levels.Count - 1);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether the name that was entered stood in the same object before. To be asked at every name of an object.</summary>
    public bool RepeatsName(ref Utf8JsonReader reader)
    {
        HashSet<string> names = _levels[^1].Names ?? new HashSet<string>(StringComparer.Ordinal);
        _levels[^1] = _levels[^1] with { Names = names };
        return !names.Add(reader.GetString()!);
    }

    public override string ToString()
    {
        var path = new StringBuilder();
        foreach (Level level in _levels)
        {
            if (level.IsArray)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{level.Index}]");
            }
            else if (level.Property is not null)
            {
                path.Append('.').Append(level.Property);
            }
        }

        return path.ToString();
    }

    private readonly record struct Level(bool IsArray, string? Property, int Index, HashSet<string>? Names);
}
