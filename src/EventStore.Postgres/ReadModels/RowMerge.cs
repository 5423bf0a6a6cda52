namespace EventStore.Postgres;

/// <summary>What two operations on the same row, one after the other, are together. Immutable.</summary>
internal sealed class RowMerge
{
    private readonly int[] _fromFirst;
    private readonly int[] _fromSecond;
    private readonly (int Index, ColumnTraits Column)[] _replaced;

    private RowMerge(RowStatement statement, int[] fromFirst, int[] fromSecond, (int, ColumnTraits)[] replaced)
    {
        Statement = statement;
        _fromFirst = fromFirst;
        _fromSecond = fromSecond;
        _replaced = replaced;
    }

    /// <summary>The statement that does both.</summary>
    public RowStatement Statement { get; }

    /// <summary>The merge of two statements; null if the second does not follow from the first.</summary>
    public static RowMerge? Of(RowStatement first, RowStatement second, RowPlan plan, TableTraits traits, Func<RowStatement, RowStatement> intern)
    {
        // A row that an update has missed would be there after an upsert, but without what the update has set.
        if (second.Action is not (RowAction.Update or RowAction.Upsert) || (second.Action == RowAction.Upsert && first.Action != RowAction.Upsert))
        {
            return null;
        }

        // A new row without these columns would have been refused, or not; a check may hold one column against another.
        string[] added = [.. second.Columns.Except(first.Columns, StringComparer.Ordinal)];
        if (!Array.TrueForAll(added, column => first.Action == RowAction.Update ? !traits.Find(column)!.IsChecked : traits.Find(column)!.Takes(null)))
        {
            return null;
        }

        RowStatement both = added.Length == 0 ? first : intern(first.WithAlso(added));
        string[] columns = [.. both.Columns];
        return new(
            both,
            [.. first.Columns.Select(column => Array.IndexOf(columns, column))],
            [.. second.Columns.Select(column => Array.IndexOf(columns, column))],
            [
                .. first.Columns.Index().Where(column => second.Columns.Contains(column.Item) && !plan.Identifiers.Contains(column.Item))
                    .Select(column => (column.Index, traits.Find(column.Item)!)),
            ]);
    }

    /// <summary>Puts values together; null if one that would be replaced could be refused.</summary>
    public object?[]? TryMerge(object?[] first, IReadOnlyList<object?> second)
    {
        foreach ((int index, ColumnTraits column) in _replaced)
        {
            if (!column.Takes(first[index]))
            {
                return null;
            }
        }

        object?[] merged = first;
        if (_fromFirst.Length < Statement.Columns.Count)
        {
            merged = new object?[Statement.Columns.Count];
            for (int i = 0; i < _fromFirst.Length; i++)
            {
                merged[_fromFirst[i]] = first[i];
            }
        }

        for (int i = 0; i < _fromSecond.Length; i++)
        {
            merged[_fromSecond[i]] = second[i];
        }

        return merged;
    }
}
