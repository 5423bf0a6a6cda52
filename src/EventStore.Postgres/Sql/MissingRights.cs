using Npgsql;

namespace EventStore.Postgres;

/// <summary>Names the right that a statement of the store's lacks: the server says on what, and the operation what for.</summary>
internal static class MissingRights
{
    private static readonly char[] Separators = [' ', '"', '\'', '«', '»', '„', '“', '”'];

    public static MissingRightException Explain(PostgresException exception, StoreSchema schema, StoreOperation operation)
    {
        string[] words = exception.MessageText.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(words, StreamTable.IsTableName) is { } tableName)
        {
            string table = $"table {schema.Schema}.{new SqlIdentifier(tableName)}";
            return operation switch
            {
                StoreOperation.Read or StoreOperation.ReadProjection => Grant("SELECT", table),
                StoreOperation.Append or StoreOperation.Project => Grant("INSERT, SELECT", table),
                _ => Owner(table),
            };
        }

        bool namesSchema = words.Contains(schema.Schema.Name);
        return words switch
        {
            _ when words.Contains("event_streams") && !namesSchema => operation switch
            {
                StoreOperation.CreateStream => Grant("INSERT, SELECT", $"table {schema.Streams}"),
                StoreOperation.DeleteStream => Grant("DELETE, SELECT", $"table {schema.Streams}"),
                StoreOperation.Install => Owner($"table {schema.Streams}"),
                _ => Grant("SELECT", $"table {schema.Streams}"),
            },
            _ when words.Contains("projections") && !namesSchema => GrantOnProjections(schema.Projections),
            _ when words.Contains("parked_events") && !namesSchema => GrantOnProjections(schema.ParkedEvents),
            _ when words.Contains("store") && !namesSchema => operation == StoreOperation.Install ? Owner($"table {schema.Store}") : Grant("SELECT", $"table {schema.Store}"),
            _ when words.Contains("position") && !namesSchema => Grant(operation is StoreOperation.Read or StoreOperation.ReadProjection ? "SELECT" : "SELECT, USAGE", $"sequence {schema.Position}"),
            _ when operation == StoreOperation.Install && !namesSchema => new MissingRightException(
                "CREATE", "the database", $"create schema {schema.Schema} authorization {schema.Role}", exception),
            _ => Grant(operation is StoreOperation.Install or StoreOperation.CreateStream ? "CREATE, USAGE" : "USAGE", schema.Description),
        };

        MissingRightException GrantOnProjections(string table) => operation == StoreOperation.Install
            ? Owner($"table {table}")
            : Grant(operation is StoreOperation.Read or StoreOperation.ReadProjection ? "SELECT" : "SELECT, INSERT, UPDATE, DELETE", $"table {table}");

        MissingRightException Grant(string right, string on) =>
            new(right, on, $"grant {right.ToLowerInvariant()} on {on} to {schema.Role}", exception);

        MissingRightException Owner(string on) => new("OWNERSHIP", on, $"alter {on} owner to {schema.Role}", exception);
    }
}
