namespace EventStore.Postgres;

/// <summary>
/// Operations in a row on one table whose rows are told apart by the same columns: each row has one operation, and none
/// is in another's way. Not thread-safe.
/// </summary>
internal sealed class RowSegment
{
    private readonly RowFolding _folding;
    private readonly ReadModelTable? _table;
    private readonly string[] _identifiers;
    private readonly ColumnKind[] _kinds;
    private readonly Dictionary<RowKey, int> _places = [];
    private readonly List<(RowStatement Statement, object?[] Values)> _rows = [];

    private RowSegment(RowFolding folding, RowOperation first, RowPlan plan)
    {
        _folding = folding;
        _table = first.Statement.Table;
        _identifiers = plan.Identifiers;
        _kinds = [.. plan.Indices.Select(index => ColumnKinds.Of(first.Values[index]))];
    }

    /// <summary>Begins with an operation; null if the server could take other values for the same row.</summary>
    public static RowSegment? TryBegin(RowFolding folding, RowOperation first, RowPlan plan)
    {
        var segment = new RowSegment(folding, first, plan);
        return Array.TrueForAll(segment._kinds, ColumnKinds.IsExact) && segment.TryAdd(first, plan) ? segment : null;
    }

    /// <summary>Takes an operation in; false if it has to wait until these are done.</summary>
    public bool TryAdd(RowOperation operation, RowPlan? plan)
    {
        if (plan is null || operation.Statement.Table != _table || !plan.Identifiers.AsSpan().SequenceEqual(_identifiers))
        {
            return false;
        }

        for (int i = 0; i < _kinds.Length; i++)
        {
            if (ColumnKinds.Of(operation.Values[plan.Indices[i]]) != _kinds[i])
            {
                return false;
            }
        }

        var key = new RowKey(operation.Values, plan.Indices);
        if (!_places.TryGetValue(key, out int place))
        {
            _places.Add(key, _rows.Count);
            _rows.Add((operation.Statement, [.. operation.Values]));
            return true;
        }

        if (_folding.MergeOf(_rows[place].Statement, operation.Statement) is not { } merge
            || merge.TryMerge(_rows[place].Values, operation.Values) is not { } values)
        {
            return false;
        }

        _rows[place] = (merge.Statement, values);
        return true;
    }

    /// <summary>Adds what is left to do: the operations of one statement one after the other.</summary>
    public void AddTo(List<RowOperation> folded)
    {
        foreach (IGrouping<RowStatement, (RowStatement Statement, object?[] Values)> rows in _rows.GroupBy(row => row.Statement))
        {
            folded.AddRange(rows.Select(row => new RowOperation(row.Statement, row.Values)));
        }
    }
}
