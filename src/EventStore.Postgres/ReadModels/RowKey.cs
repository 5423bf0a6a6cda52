namespace EventStore.Postgres;

/// <summary>What identifies the rows of an operation.</summary>
internal readonly struct RowKey(RowOperation operation) : IEquatable<RowKey>
{
    private readonly RowOperation _operation = operation;

    public bool Equals(RowKey other)
    {
        for (int i = First; i < First + Count; i++)
        {
            if (!Equals(_operation.Values[i], other._operation.Values[i]))
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
        for (int i = First; i < First + Count; i++)
        {
            hash.Add(_operation.Values[i]);
        }

        return hash.ToHashCode();
    }

    private int First => _operation.Statement.FirstIdentifier;

    private int Count => _operation.Statement.IdentifierCount;
}
