using Npgsql;

namespace EventStore.Postgres;

/// <summary>A statement on rows of a read model's table: its text holds quoted names only, its values are parameters. Immutable.</summary>
internal sealed record RowOperation(string Sql, IReadOnlyList<object?> Values)
{
    public static RowOperation Insert(ReadModelTable table, ColumnValues values)
    {
        Check(table, values, nameof(values));
        return new($"insert into {table} ({Names(values)}) values ({Places(values.Count)})", Parameters(values));
    }

    public static RowOperation Update(ReadModelTable table, ColumnValues identifiers, ColumnValues values)
    {
        Check(table, identifiers, nameof(identifiers));
        Check(table, values, nameof(values));
        var parameters = new List<object?>(Parameters(values));
        string assignments = string.Join(", ", values.Select((value, i) => $"{new SqlIdentifier(value.Key)} = ${i + 1}"));
        return new($"update {table} set {assignments} where {Condition(identifiers, parameters)}", parameters);
    }

    public static RowOperation Upsert(ReadModelTable table, ColumnValues identifiers, ColumnValues values)
    {
        Check(table, identifiers, nameof(identifiers));
        Check(table, values, nameof(values));
        ColumnValues all = [];
        foreach (KeyValuePair<string, object?> value in identifiers.Concat(values))
        {
            all.Add(value.Key, value.Value);
        }

        string assignments = string.Join(", ", values.Select(value => $"{new SqlIdentifier(value.Key)} = excluded.{new SqlIdentifier(value.Key)}"));
        return new($"insert into {table} ({Names(all)}) values ({Places(all.Count)}) on conflict ({Names(identifiers)}) do update set {assignments}", Parameters(all));
    }

    public static RowOperation Remove(ReadModelTable table, ColumnValues identifiers)
    {
        Check(table, identifiers, nameof(identifiers));
        var parameters = new List<object?>();
        return new($"delete from {table} where {Condition(identifiers, parameters)}", parameters);
    }

    public void AddTo(NpgsqlBatch batch)
    {
        NpgsqlBatchCommand command = PostgresSession.Add(batch, Sql);
        foreach (object? value in Values)
        {
            command.Parameters.Add(value switch
            {
                null => new NpgsqlParameter { Value = DBNull.Value },
                NpgsqlParameter typed => typed.Clone(),

                // The server keeps a moment, and no offset.
                DateTimeOffset time => new NpgsqlParameter { Value = time.ToUniversalTime() },
                _ => new NpgsqlParameter { Value = value },
            });
        }
    }

    private static void Check(ReadModelTable table, ColumnValues values, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(values, parameterName);
        if (values.Count == 0)
        {
            throw new ArgumentException(
                parameterName == "identifiers"
                    ? $"Nothing says which rows of {table} are meant: name one column at least. To empty the table, call ResetAsync."
                    : $"Nothing is to be written into {table}: name one column at least.",
                parameterName);
        }
    }

    private static string Names(ColumnValues values) => string.Join(", ", values.Select(value => new SqlIdentifier(value.Key).ToString()));

    private static string Places(int count) => string.Join(", ", Enumerable.Range(1, count).Select(i => $"${i}"));

    private static object?[] Parameters(ColumnValues values) => [.. values.Select(value => value.Value)];

    private static string Condition(ColumnValues identifiers, List<object?> parameters) => string.Join(" and ", identifiers.Select(identifier =>
    {
        var column = new SqlIdentifier(identifier.Key);
        if (identifier.Value is null)
        {
            return $"{column} is null";
        }

        parameters.Add(identifier.Value);
        return $"{column} = ${parameters.Count}";
    }));
}
