namespace EventStore.Postgres;

/// <summary>Makes the operations of one read model, whose statements come again. Not thread-safe.</summary>
internal sealed class RowOperations
{
    private readonly List<RowStatement> _statements = [];

    public RowOperation Insert(ReadModelTable table, ColumnValues values)
    {
        Check(table, values, nameof(values));
        return Create(RowAction.Insert, table, null, values);
    }

    public RowOperation Update(ReadModelTable table, ColumnValues identifiers, ColumnValues values)
    {
        Check(table, identifiers, nameof(identifiers));
        Check(table, values, nameof(values));
        return Create(RowAction.Update, table, identifiers, values);
    }

    public RowOperation Upsert(ReadModelTable table, ColumnValues identifiers, ColumnValues values)
    {
        Check(table, identifiers, nameof(identifiers));
        Check(table, values, nameof(values));
        return Create(RowAction.Upsert, table, identifiers, values);
    }

    public RowOperation Remove(ReadModelTable table, ColumnValues identifiers)
    {
        Check(table, identifiers, nameof(identifiers));
        return Create(RowAction.Remove, table, identifiers, null);
    }

    private RowOperation Create(RowAction action, ReadModelTable table, ColumnValues? identifiers, ColumnValues? values)
    {
        RowStatement? statement = null;
        foreach (RowStatement known in _statements)
        {
            if (known.Fits(action, table, identifiers, values))
            {
                statement = known;
                break;
            }
        }

        if (statement is null)
        {
            statement = RowStatement.Create(action, table, identifiers, values);
            Keep(statement);
        }

        return new(statement, statement.ValuesOf(identifiers, values));
    }

    /// <summary>Whoever names ever new columns or tables is served without a memory.</summary>
    private void Keep(RowStatement statement)
    {
        const int Most = 64;
        if (_statements.Count == Most)
        {
            _statements.Clear();
        }

        _statements.Add(statement);
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
}
