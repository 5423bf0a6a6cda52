using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Puts the operations of a block together that meet the same row, and those that are of the same statement, where the
/// rows that are left are the same, and so is what the server would refuse. One for each read model; not thread-safe.
/// </summary>
internal sealed class RowFolding
{
    /// <summary>Whoever names ever new columns or tables is served without a memory.</summary>
    private const int MostStatements = 256;

    private readonly Dictionary<ReadModelTable, TableTraits> _traits = [];
    private readonly List<ReadModelTable> _missing = [];
    private readonly Dictionary<RowStatement, RowPlan?> _plans = [];
    private readonly Dictionary<(RowStatement First, RowStatement Second), RowMerge?> _merges = [];
    private readonly Dictionary<string, RowStatement> _merged = new(StringComparer.Ordinal);

    /// <summary>The operations that come to the same.</summary>
    public async ValueTask<IReadOnlyList<RowOperation>> FoldAsync(NpgsqlConnection connection, IReadOnlyList<RowOperation> operations, CancellationToken cancellationToken)
    {
        await LookAsync(connection, operations, cancellationToken).ConfigureAwait(false);
        return Fold(operations);
    }

    /// <summary>Looks at the tables that it does not know yet: one round trip each.</summary>
    public async ValueTask LookAsync(NpgsqlConnection connection, IReadOnlyList<RowOperation> operations, CancellationToken cancellationToken)
    {
        Trim();
        ForgetMissing();
        ReadModelTable? last = null;
        foreach (RowOperation operation in operations)
        {
            if (operation.Statement.Table is not { } table || ReferenceEquals(table, last))
            {
                continue;
            }

            last = table;
            if (!_traits.ContainsKey(table))
            {
                TableTraits traits = await TableTraits.ReadAsync(connection, table, cancellationToken).ConfigureAwait(false);
                _traits[table] = traits;
                if (!traits.IsOfTable)
                {
                    _missing.Add(table);
                }
            }
        }
    }

    /// <summary>Whether operations of a statement have to be statements of their own. The table was looked at.</summary>
    public bool IsWatched(RowStatement statement) => statement.Table is { } table && _traits[table].IsWatched(statement.Action);

    /// <summary>The operations that come to the same. Their tables were looked at.</summary>
    public IReadOnlyList<RowOperation> Fold(IReadOnlyList<RowOperation> operations)
    {
        var folded = new List<RowOperation>(operations.Count);
        RowSegment? segment = null;
        foreach (RowOperation operation in operations)
        {
            if (segment?.TryAdd(operation, PlanOf(operation.Statement)) == true)
            {
                continue;
            }

            segment?.AddTo(folded);
            segment = PlanOf(operation.Statement) is { } plan ? RowSegment.TryBegin(this, operation, plan) : null;
            if (segment is null)
            {
                folded.Add(operation);
            }
        }

        segment?.AddTo(folded);
        return folded;
    }

    /// <summary>The merge of two operations on the same row; null if they stay two.</summary>
    public RowMerge? MergeOf(RowStatement first, RowStatement second)
    {
        if (!_merges.TryGetValue((first, second), out RowMerge? merge))
        {
            merge = RowMerge.Of(first, second, PlanOf(second)!, _traits[second.Table!], Intern);
            _merges.Add((first, second), merge);
        }

        return merge;
    }

    private RowPlan? PlanOf(RowStatement statement)
    {
        if (!_plans.TryGetValue(statement, out RowPlan? plan))
        {
            plan = statement.Table is { } table ? RowPlan.Of(statement, _traits[table]) : null;
            _plans.Add(statement, plan);
        }

        return plan;
    }

    private RowStatement Intern(RowStatement statement) => _merged.TryAdd(statement.Sql, statement) ? statement : _merged[statement.Sql];

    /// <summary>A table that was not there may have come meanwhile.</summary>
    private void ForgetMissing()
    {
        foreach (ReadModelTable table in _missing)
        {
            _traits.Remove(table);
            foreach (RowStatement statement in _plans.Keys.Where(statement => statement.Table == table).ToArray())
            {
                _plans.Remove(statement);
            }
        }

        _missing.Clear();
    }

    private void Trim()
    {
        if (_plans.Count > MostStatements || _merges.Count > MostStatements)
        {
            _traits.Clear();
            _missing.Clear();
            _plans.Clear();
            _merges.Clear();
            _merged.Clear();
        }
    }
}
