namespace EventStore.Postgres;

/// <summary>
/// What operations on the same columns of the same table have in common: their statement for one row and for many. Its
/// text holds quoted names only. Immutable.
/// </summary>
internal sealed class RowStatement
{
    private readonly ReadModelTable? _table;
    private readonly (string Name, bool IsNull)[] _identifiers;
    private readonly string[] _values;

    private readonly string[] _sent;

    private RowStatement(RowAction action, ReadModelTable? table, (string Name, bool IsNull)[] identifiers, string[] values, string? sql)
    {
        Action = action;
        _table = table;
        _identifiers = identifiers;
        _values = values;
        string[] matched = [.. identifiers.Where(identifier => !identifier.IsNull || action == RowAction.Upsert).Select(identifier => identifier.Name)];
        _sent = action == RowAction.Upsert ? [.. matched, .. values] : [.. values, .. matched];
        FirstIdentifier = action == RowAction.Upsert ? 0 : values.Length;
        IdentifierCount = matched.Length;
        Identifiers = [.. identifiers.Select(identifier => identifier.Name).Order(StringComparer.Ordinal)];
        IdentifierIndices = [.. Enumerable.Range(FirstIdentifier, IdentifierCount)];
        Sql = sql ?? ForOne();
    }

    public RowAction Action { get; }

    /// <summary>The table; null for a statement of the user's own.</summary>
    public ReadModelTable? Table => _table;

    /// <summary>The columns whose values travel, in the order of the values of an operation.</summary>
    public IReadOnlyList<string> Columns => _sent;

    /// <summary>The columns that tell which rows, by name.</summary>
    public string[] Identifiers { get; }

    /// <summary>Where the values that identify rows stand among the values of an operation.</summary>
    public int[] IdentifierIndices { get; }

    /// <summary>Whether it is for rows where a column is null.</summary>
    public bool MeetsNull => Array.Exists(_identifiers, identifier => identifier.IsNull);

    /// <summary>The statement for one row; its parameters are the values of an operation.</summary>
    public string Sql { get; }

    /// <summary>Where the values that identify rows begin among the values of an operation.</summary>
    public int FirstIdentifier { get; }

    public int IdentifierCount { get; }

    /// <summary>Whether what it does to one row may decide whether it meets another.</summary>
    public bool ChangesIdentifiers => Array.Exists(_identifiers, identifier => _values.Contains(identifier.Name));

    /// <summary>A statement of the user's own.</summary>
    public static RowStatement Of(string sql) => new(RowAction.Other, null, [], [], sql);

    public static RowStatement Create(RowAction action, ReadModelTable table, ColumnValues? identifiers, ColumnValues? values)
    {
        (string Name, bool)[] keys = identifiers is null ? [] : [.. identifiers.Select(identifier => (identifier.Key, identifier.Value is null))];
        string[] others = values is null ? [] : [.. values.Select(value => value.Key)];
        if (action == RowAction.Upsert && Array.Find(others, name => Array.Exists(keys, key => key.Name == name)) is { } twice)
        {
            throw new ArgumentException($"The column '{twice}' of {table} is named both among the identifiers and among the values. Name it once.", nameof(values));
        }

        return new(action, table, keys, others, null);
    }

    /// <summary>The same that sets more columns, which come in an order of their own.</summary>
    public RowStatement WithAlso(IEnumerable<string> columns) =>
        new(Action, _table, _identifiers, [.. _values.Concat(columns).Order(StringComparer.Ordinal)], null);

    /// <summary>Tells whether an operation on these columns is one of this statement.</summary>
    public bool Fits(RowAction action, ReadModelTable table, ColumnValues? identifiers, ColumnValues? values)
    {
        if (action != Action || (!ReferenceEquals(table, _table) && table != _table) || (identifiers?.Count ?? 0) != _identifiers.Length || (values?.Count ?? 0) != _values.Length)
        {
            return false;
        }

        for (int i = 0; i < _identifiers.Length; i++)
        {
            KeyValuePair<string, object?> identifier = identifiers!.At(i);
            if (identifier.Key != _identifiers[i].Name || (action != RowAction.Upsert && identifier.Value is null != _identifiers[i].IsNull))
            {
                return false;
            }
        }

        for (int i = 0; i < _values.Length; i++)
        {
            if (values!.At(i).Key != _values[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The values of an operation that fits, in the order of the parameters.</summary>
    public object?[] ValuesOf(ColumnValues? identifiers, ColumnValues? values)
    {
        var sent = new object?[_sent.Length];
        int next = 0;
        if (Action == RowAction.Upsert)
        {
            AddIdentifiers();
        }

        for (int i = 0; i < _values.Length; i++)
        {
            sent[next++] = values!.At(i).Value;
        }

        if (Action != RowAction.Upsert)
        {
            AddIdentifiers();
        }

        return sent;

        void AddIdentifiers()
        {
            for (int i = 0; i < _identifiers.Length; i++)
            {
                if (Action == RowAction.Upsert || !_identifiers[i].IsNull)
                {
                    sent[next++] = identifiers!.At(i).Value;
                }
            }
        }
    }

    /// <summary>The statement for many rows: each parameter is an array with a value for each row.</summary>
    /// <param name="areNull">Which of the columns sent are null in every row. They have no array.</param>
    public string ForMany(ReadOnlySpan<bool> areNull)
    {
        var items = new string[_sent.Length];
        var arrays = new List<string>();
        var names = new List<string>();
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = areNull[i] ? "null" : $"v.c{i}";
            if (!areNull[i])
            {
                names.Add($"c{i}");
                arrays.Add($"${names.Count}");
            }
        }

        string rows = $"unnest({string.Join(", ", arrays)}) as v ({string.Join(", ", names)})";
        return Action switch
        {
            RowAction.Insert => $"insert into {_table} ({Quoted(_sent)}) select {string.Join(", ", items)} from {rows}",
            RowAction.Upsert => $"insert into {_table} ({Quoted(_sent)}) select {string.Join(", ", items)} from {rows} {OnConflict()}",
            RowAction.Update => $"update {_table} as t set {Assignments(i => items[i])} from {rows} where {Condition("t.", i => items[i])}",
            RowAction.Remove => $"delete from {_table} as t using {rows} where {Condition("t.", i => items[i])}",
            _ => throw new InvalidOperationException("A statement of the user's own is for one row."),
        };
    }

    private string ForOne() => Action switch
    {
        RowAction.Insert => $"insert into {_table} ({Quoted(_sent)}) values ({Places()})",
        RowAction.Upsert => $"insert into {_table} ({Quoted(_sent)}) values ({Places()}) {OnConflict()}",
        RowAction.Update => $"update {_table} set {Assignments(Place)} where {Condition("", Place)}",
        _ => $"delete from {_table} where {Condition("", Place)}",
    };

    private string OnConflict() =>
        $"on conflict ({Quoted(_identifiers.Select(identifier => identifier.Name))}) do update set {string.Join(", ", _values.Select(name => $"{new SqlIdentifier(name)} = excluded.{new SqlIdentifier(name)}"))}";

    private string Assignments(Func<int, string> value) => string.Join(", ", _values.Select((name, i) => $"{new SqlIdentifier(name)} = {value(i)}"));

    private string Condition(string prefix, Func<int, string> value)
    {
        int next = FirstIdentifier;
        return string.Join(" and ", _identifiers.Select(identifier => identifier.IsNull
            ? $"{prefix}{new SqlIdentifier(identifier.Name)} is null"
            : $"{prefix}{new SqlIdentifier(identifier.Name)} = {value(next++)}"));
    }

    private string Places() => string.Join(", ", Enumerable.Range(0, _sent.Length).Select(Place));

    private static string Place(int index) => $"${index + 1}";

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => new SqlIdentifier(name).ToString()));
}
