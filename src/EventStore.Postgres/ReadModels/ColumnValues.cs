using System.Collections;
using EventStore.Postgres;
using Npgsql;

namespace EventStore;

/// <summary>
/// Columns and their values, in the order in which they were named: <c>new() { ["id"] = id, ["name"] = null }</c>.
/// Names are quoted, values are parameters. Not thread-safe.
/// </summary>
public sealed class ColumnValues : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _values = [];

    /// <summary>The number of columns.</summary>
    public int Count => _values.Count;

    /// <summary>Sets a column, in the place that it has already, or as the last one.</summary>
    /// <param name="column">The column's name as the catalogs hold it: 1 to 63 bytes in UTF-8.</param>
    /// <value>
    /// Null, or of a type that Npgsql maps without reflection: numbers, <see cref="bool"/>, <see cref="string"/>,
    /// <see cref="Guid"/>, dates and times, byte arrays, and arrays of these. An enum or a type of one's own is converted
    /// first. Where the server's type does not follow from that, <c>jsonb</c> for example, an unnamed
    /// <see cref="NpgsqlParameter"/> with value and type, which is copied when it is sent.
    /// </value>
    /// <exception cref="ArgumentException">The server cannot hold the name.</exception>
    public object? this[string column]
    {
        set
        {
            SqlIdentifier.Check(column, nameof(column));
            int index = IndexOf(column);
            if (index < 0)
            {
                _values.Add(new(column, value));
            }
            else
            {
                _values[index] = new(column, value);
            }
        }
    }

    /// <summary>Adds a column.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="value">Its value, or null.</param>
    /// <exception cref="ArgumentException">The column is named already, or the server cannot hold the name.</exception>
    public void Add(string column, object? value)
    {
        if (IndexOf(column) >= 0)
        {
            throw new ArgumentException($"The column '{column}' is named twice. Name it once, or set it by the indexer.", nameof(column));
        }

        this[column] = value;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal KeyValuePair<string, object?> At(int index) => _values[index];

    private int IndexOf(string column)
    {
        for (int i = 0; i < _values.Count; i++)
        {
            if (_values[i].Key == column)
            {
                return i;
            }
        }

        return -1;
    }
}
