using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Operations that follow each other, with the same statement, on different rows: what they do one after the other, one
/// statement does at once. Not thread-safe.
/// </summary>
internal sealed class RowGroup
{
    private readonly List<RowOperation> _rows = [];
    private readonly ColumnKind[] _kinds;
    private readonly HashSet<RowKey>? _keys;

    private RowGroup(RowOperation first, bool isAlone)
    {
        Statement = first.Statement;
        _kinds = new ColumnKind[first.Values.Count];

        // Rows that are added or removed cannot be another's.
        _keys = Statement.Action is RowAction.Update or RowAction.Upsert ? [] : null;
        CanGrow = TryAdd(first) && !isAlone && !(Statement.Action == RowAction.Update && (Statement.ChangesIdentifiers || HasInexactIdentifier()));
        if (_rows.Count == 0)
        {
            _rows.Add(first);
        }
    }

    public RowStatement Statement { get; }

    private bool CanGrow { get; }

    /// <summary>Groups operations, which keep their order.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="areAlone">Tells whether those of a statement stay alone; null if none has to.</param>
    public static List<RowGroup> Of(IEnumerable<RowOperation> operations, Func<RowStatement, bool>? areAlone = null)
    {
        var groups = new List<RowGroup>();
        foreach (RowOperation operation in operations)
        {
            if (groups.Count == 0 || !groups[^1].CanGrow || !groups[^1].TryAdd(operation))
            {
                groups.Add(new RowGroup(operation, areAlone?.Invoke(operation.Statement) == true));
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

        NpgsqlBatchCommand command = PostgresSession.Add(batch, Statement.ForMany(areNull));
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
        if (Statement.Action == RowAction.Other || !ReferenceEquals(operation.Statement, Statement))
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

        if (_keys is not null && !_keys.Add(new RowKey(operation.Values, Statement.IdentifierIndices)))
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
        for (int i = Statement.FirstIdentifier; i < Statement.FirstIdentifier + Statement.IdentifierCount; i++)
        {
            if (!ColumnKinds.IsExact(_kinds[i]))
            {
                return true;
            }
        }

        return false;
    }
}
