using System.Globalization;
using System.Text.Json;

namespace EventStore.Model.Tests.Programs;

/// <summary>Writes what a store gave or threw, so that two stores that agree write the same. Positions become numbers of events.</summary>
internal sealed class Show(IReadOnlyList<long> positions)
{
    public static string Planned(DomainEvent e) =>
        $"{e.Payload} id {e.EventId:N}"[..^32] + $"{e.EventId.ToString("N")[^4..]}{(e.AggregateId == Guid.Empty ? "" : $" of {e.AggregateType} {e.AggregateId.ToString("N")[^2..]} version {e.Version}")} {e.Metadata}";

    /// <summary>Runs one operation, and says what it gave or threw.</summary>
    public async Task<string> ResultAsync(Func<Task<string>> operation)
    {
        try
        {
            return await operation();
        }
        catch (Exception exception)
        {
            return Thrown(exception);
        }
    }

    public string Number(long position) => position == 0 ? "none" : $"#{positions.ToList().IndexOf(position)}";

    public string Numbers(IEnumerable<long> all) => string.Join(",", all.Select(Number));

    public string Result(AppendResult result) => $"{(result.AlreadyStored ? "known" : "stored")} {Numbers(result.Positions)}";

    public string Stored(IEnumerable<ListRow> rows) => string.Join("\n    ", rows.Select(row => Stored(row.Event, row.Stream, row.Position)).Prepend("events"));

    public string Stored(IEnumerable<DomainEvent> events) => Stored(events.Select(e => new ListRow(e.StreamName!, e.Position, e)));

    private string Stored(DomainEvent e, string stream, long position) => string.Join(
        ' ',
        Number(position),
        $"'{stream}'",
        e.Name,
        e.Payload,
        e.EventId,
        e.AggregateType,
        e.AggregateId,
        e.Version,
        e.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
        Metadata(e.Metadata));

    public string Thrown(Exception exception) => exception switch
    {
        StreamNotFoundException e => $"{nameof(StreamNotFoundException)} '{e.StreamName}'",
        StreamAlreadyExistsException e => $"{nameof(StreamAlreadyExistsException)} '{e.StreamName}'",
        ConcurrencyException e => $"{nameof(ConcurrencyException)} '{e.StreamName}' {e.AggregateType} {e.AggregateId} {e.AggregateVersion} known {string.Join(",", e.KnownEventIds)}",
        EventRejectedException e => $"{nameof(EventRejectedException)} {e.EventName} {e.EventId} {e.JsonPath}",
        UnknownEventException e => $"{nameof(UnknownEventException)} {e.EventName} '{e.StreamName}' {Number(e.Position)}",
        AggregateHistoryException e => $"{nameof(AggregateHistoryException)} {e.AggregateType} {e.AggregateId} {e.ExpectedVersion} {e.ActualVersion}",
        AggregateNotFoundException e => $"{nameof(AggregateNotFoundException)} {e.AggregateType} {e.AggregateId} '{e.StreamName}'",
        MiddlewareException e => $"{nameof(MiddlewareException)} {Numbers(e.Positions)} {e.InnerException!.GetType().Name}",
        ArgumentException => exception.GetType().Name,
        _ => $"{exception.GetType().Name}: {exception.Message}",
    };

    private static string Metadata(EventMetadata metadata) =>
        string.Join(' ', metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={Value(entry.Value)}"));

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => decimal.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture).ToString("G29", CultureInfo.InvariantCulture),
        JsonValueKind.String => $"'{value.GetString()}'",
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(Value))}]",
        JsonValueKind.Object => $"{{{string.Join(",", value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}:{Value(p.Value)}"))}}}",
        _ => value.GetRawText(),
    };
}
