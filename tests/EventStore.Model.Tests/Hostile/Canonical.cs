using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace EventStore.Model.Tests.Hostile;

/// <summary>JSON by its meaning: members in order and each once (the last one counts), numbers by value.</summary>
internal static class Canonical
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", Members(value).OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{JsonSerializer.Serialize(member.Key)}:{Of(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(Of))}]",
        JsonValueKind.Number => Number(value.GetRawText()),
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        _ => value.GetRawText(),
    };

    private static Dictionary<string, JsonElement> Members(JsonElement value)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }

    /// <summary>Digits without zeros around them, and the power of ten of the last one.</summary>
    private static string Number(string json)
    {
        string[] parts = json.ToUpperInvariant().Split('E');
        string mantissa = parts[0].TrimStart('-');
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        string significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return "0";
        }

        BigInteger power = (parts.Length > 1 ? BigInteger.Parse(parts[1], CultureInfo.InvariantCulture) : 0)
            - (point < 0 ? 0 : mantissa.Length - point - 1) + (digits.Length - significant.Length);
        return $"{(json[0] == '-' ? "-" : "")}{significant}E{power}";
    }
}
