using System.Text.Json;
using EventStore.LoadTest.Domain;

namespace EventStore.LoadTest.Limit;

/// <summary>A hand-written switch from a stored name to the event's class.</summary>
internal static class LimitReading
{
    public static object Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> payload) => name switch
    {
        _ when name.SequenceEqual("money-deposited"u8) => JsonSerializer.Deserialize(payload, LimitJson.Default.MoneyDeposited)!,
        _ when name.SequenceEqual("money-withdrawn"u8) => JsonSerializer.Deserialize(payload, LimitJson.Default.MoneyWithdrawn)!,
        _ when name.SequenceEqual("owner-renamed"u8) => JsonSerializer.Deserialize(payload, LimitJson.Default.OwnerRenamed)!,
        _ when name.SequenceEqual("account-opened"u8) => JsonSerializer.Deserialize(payload, LimitJson.Default.AccountOpened)!,
        _ => throw new InvalidOperationException($"There is no event '{System.Text.Encoding.UTF8.GetString(name)}'."),
    };
}
