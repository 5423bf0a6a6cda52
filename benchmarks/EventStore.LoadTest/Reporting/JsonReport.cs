using System.Text.Json;
using EventStore.LoadTest.Measuring;

namespace EventStore.LoadTest.Reporting;

/// <summary>Writes results for machines: a list of objects, null where a figure does not apply.</summary>
internal static class JsonReport
{
    public static void Write(string path, IReadOnlyList<Result> results)
    {
        using FileStream file = File.Create(path);
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        writer.WriteStartArray();
        foreach (Result result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("workload", result.Workload);
            writer.WriteNumber("callers", result.Callers);
            Number(writer, "ours_per_second", result.OursPerSecond);
            Number(writer, "limit_per_second", result.LimitPerSecond);
            Number(writer, "ratio", result.Ratio?.Median);
            Number(writer, "ratio_low", result.Ratio?.Low);
            Number(writer, "ratio_high", result.Ratio?.High);
            Number(writer, "bytes_per_event", result.BytesPerEvent);
            Number(writer, "limit_bytes_per_event", result.LimitBytesPerEvent);
            Number(writer, "round_trips", result.RoundTrips);
            Number(writer, "limit_round_trips", result.LimitRoundTrips);
            writer.WriteNumber("events_per_operation", result.EventsPerOperation);
            Number(writer, "operations_per_second", result.OperationsPerSecond);
            Number(writer, "client_cpu_us", result.ClientTime?.TotalMicroseconds);
            Number(writer, "limit_client_cpu_us", result.LimitClientTime?.TotalMicroseconds);
            Number(writer, "server_cpu_us", result.ServerTime?.TotalMicroseconds);
            Number(writer, "limit_server_cpu_us", result.LimitServerTime?.TotalMicroseconds);
            Number(writer, "p50_ms", result.Half?.TotalMilliseconds);
            Number(writer, "p99_ms", result.NinetyNine?.TotalMilliseconds);
            writer.WriteNumber("rounds", result.Rounds);
            writer.WriteNumber("pool_size", result.PoolSize);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            writer.WriteNumber(name, Math.Round(number, 4));
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
