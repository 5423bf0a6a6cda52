using System.Text.Json;
using EventStore.PeerComparison.Measuring;
using EventStore.PeerComparison.Startup;

namespace EventStore.PeerComparison.Reporting;

/// <summary>Writes results for machines: a list of objects, null where a figure does not apply.</summary>
internal static class JsonReport
{
    public static void Write(string path, Comparison comparison)
    {
        using FileStream file = File.Create(path);
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        writer.WriteStartArray();
        foreach (Outcome outcome in comparison.Outcomes)
        {
            writer.WriteStartObject();
            writer.WriteString("workload", outcome.Workload);
            writer.WriteString("peer", outcome.Peer);
            writer.WriteNumber("callers", outcome.Callers);
            writer.WriteNumber("events_per_operation", outcome.EventsPerOperation);
            writer.WriteNumber("rounds", outcome.Rounds);
            Number(writer, "per_second", outcome.PerSecond?.Median);
            Number(writer, "per_second_low", outcome.PerSecond?.Low);
            Number(writer, "per_second_high", outcome.PerSecond?.High);
            Number(writer, "p50_ms", outcome.Half);
            Number(writer, "p99_ms", outcome.NinetyNine);
            Number(writer, "bytes_per_event", outcome.BytesPerEvent);
            Number(writer, "client_cpu_us", outcome.ClientTime);
            Number(writer, "server_cpu_us", outcome.ServerTime);
            Number(writer, "ours_by_peer", outcome.Ratio?.Median);
            Number(writer, "ours_by_peer_low", outcome.Ratio?.Low);
            Number(writer, "ours_by_peer_high", outcome.Ratio?.High);
            writer.WriteEndObject();
        }

        foreach (StartOutcome start in comparison.Starts)
        {
            writer.WriteStartObject();
            writer.WriteString("workload", StartupRun.Name);
            writer.WriteString("peer", start.Program);
            writer.WriteBoolean("checks_schema", start.ChecksSchema);
            writer.WriteNumber("rounds", start.Times);
            Number(writer, "start_ms", start.Milliseconds.Median);
            Number(writer, "start_ms_low", start.Milliseconds.Low);
            Number(writer, "start_ms_high", start.Milliseconds.High);
            Number(writer, "executable_bytes", start.Bytes);
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
