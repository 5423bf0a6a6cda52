using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Operations that follow each other, with the same statement, on different rows: what they do one after the other, one
/// statement does at once. Not thread-safe.
/// </summary>
internal sealed class RowGroup
{
    private readonly RowStatement _statement;
    private readonly List<RowOperation> _rows = [];
    private readonly ColumnKind[] _kinds;
    private readonly HashSet<RowKey>? _keys;

    private RowGroup(RowOperation first)
    {
        _statement = first.Statement;
        _kinds = new ColumnKind[first.Values.Count];

        // Rows that are added or removed cannot be another's.
        _keys = _statement.Action is RowAction.Update or RowAction.Upsert ? [] : null;
        CanGrow = TryAdd(first) && !(_statement.Action == RowAction.Update && (_statement.ChangesIdentifiers || HasInexactIdentifier()));
        if (_rows.Count == 0)
        {
            _rows.Add(first);
        }
    }

    private bool CanGrow { get; }

    /// <summary>Groups operations, which keep their order.</summary>
    public static List<RowGroup> Of(IEnumerable<RowOperation> operations)
    {
        var groups = new List<RowGroup>();
        foreach (RowOperation operation in operations)
        {
            if (groups.Count == 0 || !groups[^1].CanGrow || !groups[^1].TryAdd(operation))
            {
                groups.Add(new RowGroup(operation));
            }
        }

        return groups;
    }

    public void AddTo(NpgsqlBatch batch)
    {
        Span<bool> areNull = stackalloc bool[_kinds.Length];
        for (int i = 0; i < _kinds.Length; i++)
        {
            areNull[i] = _kinds[i] == ColumnKind.None;
        }

        if (_rows.Count == 1 || !areNull.Contains(false))
        {
            _rows.ForEach(row => row.AddTo(batch));
            return;
        }

        NpgsqlBatchCommand command = PostgresSession.Add(batch, _statement.ForMany(areNull));
        for (int i = 0; i < _kinds.Length; i++)
        {
            if (!areNull[i])
            {
                command.Parameters.Add(ColumnKinds.ArrayOf(_kinds[i], _rows, i));
            }
        }
    }

    private bool TryAdd(RowOperation operation)
    {
        if (_statement.Action == RowAction.Other || !ReferenceEquals(operation.Statement, _statement))
        {
            return false;
        }

        for (int i = 0; i < _kinds.Length; i++)
        {
            ColumnKind kind = ColumnKinds.Of(operation.Values[i]);
            if (kind == ColumnKind.Other || (kind != ColumnKind.None && _kinds[i] != ColumnKind.None && _kinds[i] != kind))
            {
                return false;
            }
        }

        if (_keys is not null && !_keys.Add(new RowKey(operation.Values, _statement.IdentifierIndices)))
        {
            return false;
        }

        for (int i = 0; i < _kinds.Length; i++)
        {
            if (_kinds[i] == ColumnKind.None)
            {
                _kinds[i] = ColumnKinds.Of(operation.Values[i]);
            }
        }

        _rows.Add(operation);
        return true;
    }

    /// <summary>Of two rows of an array that meet the same row of the table, an update takes either, and says nothing.</summary>
    private bool HasInexactIdentifier()
    {
        for (int i = _statement.FirstIdentifier; i < _statement.FirstIdentifier + _statement.IdentifierCount; i++)
        {
            if (!ColumnKinds.IsExact(_kinds[i]))
            {
                return true;
            }
        }

        return false;
    }
}
