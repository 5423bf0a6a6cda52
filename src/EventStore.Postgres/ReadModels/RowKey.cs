namespace EventStore.Postgres;

/// <summary>What identifies the rows of an operation: some of its values.</summary>
internal readonly struct RowKey(IReadOnlyList<object?> values, int[] indices) : IEquatable<RowKey>
{
    private readonly IReadOnlyList<object?> _values = values;
    private readonly int[] _indices = indices;

    public bool Equals(RowKey other)
    {
        for (int i = 0; i < _indices.Length; i++)
        {
            if (!Equals(_values[_indices[i]], other._values[other._indices[i]]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (int index in _indices)
        {
            hash.Add(_values[index]);
        }

        return hash.ToHashCode();
    }
}
