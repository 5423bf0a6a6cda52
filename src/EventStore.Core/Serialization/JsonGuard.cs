using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace EventStore;

/// <summary>
/// Finds what PostgreSQL could not keep or we could not read back: NUL, half a surrogate pair, nesting deeper than
/// 64, text that is no UTF-8, what is no JSON, one name twice in an object, and (in metadata, which is <c>jsonb</c>)
/// numbers beyond <c>numeric</c>.
/// </summary>
internal static class JsonGuard
{
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = int.MaxValue };

    public static JsonDefect? Find(ReadOnlyMemory<byte> memory, JsonOrigin origin)
    {
        ReadOnlySpan<byte> utf8 = memory.Span;
        if (!Utf8.IsValid(utf8))
        {
            return new JsonDefect("", "it is not valid UTF-8. Mend the converter that wrote it.");
        }

        bool isSuspect = origin switch
        {
            JsonOrigin.Metadata => true,
            JsonOrigin.FreeState => HoldsEscapes(utf8) || !IsSound(memory),
            JsonOrigin.FreePayload => MayHoldWhatCannotBeKept(utf8) || !IsSound(memory),
            _ => MayHoldWhatCannotBeKept(utf8),
        };
        return isSuspect ? Walk(utf8, origin) : null;
    }

    private static bool MayHoldWhatCannotBeKept(ReadOnlySpan<byte> utf8) =>
        utf8.Count((byte)'{') + utf8.Count((byte)'[') > MaxDepth || HoldsEscapes(utf8);

    private static bool HoldsEscapes(ReadOnlySpan<byte> utf8) => utf8.IndexOf("\\u"u8) >= 0;

    /// <summary>Whether it is JSON at all, and holds no name twice.</summary>
    private static bool IsSound(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            JsonDocument.Parse(utf8, Strict).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // A name with escapes that form no text.
            return false;
        }
    }

    private static JsonDefect? Walk(ReadOnlySpan<byte> utf8, JsonOrigin origin)
    {
        var path = new JsonPath();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                path.Enter(ref reader);
                if (Defect(ref reader, path, origin) is { } reason)
                {
                    return new JsonDefect(path.ToString(), reason);
                }

                path.Leave(ref reader);
            }
        }
        catch (JsonException exception)
        {
            return new JsonDefect(path.ToString(), $"it is no JSON: {exception.Message} Mend the converter that wrote it.");
        }

        return null;
    }

    private static string? Defect(ref Utf8JsonReader reader, JsonPath path, JsonOrigin origin) => reader.TokenType switch
    {
        JsonTokenType.StartObject or JsonTokenType.StartArray when origin != JsonOrigin.FreeState && reader.CurrentDepth >= MaxDepth =>
            $"it is nested deeper than {MaxDepth} levels, and could not be read back. Make it flatter.",
        JsonTokenType.PropertyName => TextDefect(ref reader, origin) ?? NameDefect(ref reader, path, origin),
        JsonTokenType.String => TextDefect(ref reader, origin),
        JsonTokenType.Number when origin == JsonOrigin.Metadata => NumberDefect(reader.ValueSpan),
        _ => null,
    };

    private static string? TextDefect(ref Utf8JsonReader reader, JsonOrigin origin)
    {
        if (!reader.ValueIsEscaped)
        {
            return null;
        }

        char[] rented = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            int length = reader.CopyString(rented);
            return origin != JsonOrigin.FreeState && rented.AsSpan(0, length).Contains('\0')
                ? "it holds the character NUL, which PostgreSQL cannot store. Remove it."
                : null;
        }
        catch (InvalidOperationException)
        {
            // CopyString refuses escapes that form no text.
            return "it holds half of a surrogate pair, which is no text. Remove it.";
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private static string? NameDefect(ref Utf8JsonReader reader, JsonPath path, JsonOrigin origin) => origin switch
    {
        // The outermost object of metadata is written by us.
        JsonOrigin.Payload => null,
        JsonOrigin.Metadata when reader.CurrentDepth <= 1 => null,
        _ when !path.RepeatsName(ref reader) => null,
        JsonOrigin.Metadata => "the name stands twice in its object, and PostgreSQL's jsonb would keep the last value only. Give each value a name of its own.",
        _ => "the name stands twice in its object, and only one of the values would be read back. Give each value a name of its own.",
    };

    private static string? NumberDefect(ReadOnlySpan<byte> number) => NumericRange.Holds(Encoding.ASCII.GetString(number))
        ? null
        : "the number is beyond what PostgreSQL's jsonb can hold. Store it as a text.";
}
