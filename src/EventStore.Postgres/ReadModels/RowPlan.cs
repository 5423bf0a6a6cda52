namespace EventStore.Postgres;

/// <summary>How the operations of one statement are put together with others: what tells their rows apart. Immutable.</summary>
internal sealed class RowPlan
{
    private RowPlan(string[] identifiers, int[] indices)
    {
        Identifiers = identifiers;
        Indices = indices;
    }

    /// <summary>The columns that tell rows apart, by name.</summary>
    public string[] Identifiers { get; }

    /// <summary>Where their values stand among those of an operation.</summary>
    public int[] Indices { get; }

    /// <summary>The plan of a statement; null if its operations have to stay where they are.</summary>
    public static RowPlan? Of(RowStatement statement, TableTraits traits)
    {
        IReadOnlyList<string> columns = statement.Columns;
        string[]? identifiers = statement.Action switch
        {
            RowAction.Insert => traits.Keys.FirstOrDefault(key => key.All(columns.Contains)),
            RowAction.Update when !statement.ChangesIdentifiers && !statement.MeetsNull => statement.Identifiers,
            RowAction.Upsert when traits.Keys.Any(key => key.SequenceEqual(statement.Identifiers, StringComparer.Ordinal)) => statement.Identifiers,
            _ => null,
        };
        if (identifiers is null || columns.Any(column => traits.Find(column) is not { } known || (identifiers.Contains(column) ? !known.IsExact : known.IsShared)))
        {
            return null;
        }

        return new(identifiers, [.. identifiers.Select(identifier => columns.Index().First(column => column.Item == identifier).Index)]);
    }
}
