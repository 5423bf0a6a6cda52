using EventStore.Postgres;

namespace EventStore;

/// <summary>A table of a read model. Immutable.</summary>
public sealed record ReadModelTable
{
    private readonly SqlIdentifier _name;
    private readonly SqlIdentifier? _schema;

    /// <summary>Names a table.</summary>
    /// <param name="name">Its name as the catalogs hold it: 1 to 63 bytes in UTF-8. It is quoted wherever it stands in a statement.</param>
    /// <param name="schema">Its schema, by the same rules; null for where the connection's search path leads.</param>
    /// <exception cref="ArgumentException">The server cannot hold one of the names.</exception>
    public ReadModelTable(string name, string? schema = null)
    {
        _name = new SqlIdentifier(name);
        _schema = schema is null ? null : new SqlIdentifier(schema);
    }

    /// <summary>The table's name.</summary>
    public string Name => _name.Name;

    /// <summary>Its schema, or null.</summary>
    public string? Schema => _schema?.Name;

    /// <summary>The table of a name, where the connection's search path leads.</summary>
    /// <param name="name">The name.</param>
    public static implicit operator ReadModelTable(string name) => FromString(name);

    /// <summary>The table of a name, where the connection's search path leads.</summary>
    /// <param name="name">The name.</param>
    public static ReadModelTable FromString(string name) => new(name);

    /// <summary>The table as it stands in a statement, quoted.</summary>
    public override string ToString() => _schema is { } schema ? $"{schema}.{_name}" : _name.ToString();
}
