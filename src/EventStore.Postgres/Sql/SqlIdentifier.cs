using System.Text;

namespace EventStore.Postgres;

/// <summary>
/// A name that may stand in the text of a statement: the one place where names become SQL. Whatever users name
/// besides the schema travels as a parameter.
/// </summary>
internal readonly record struct SqlIdentifier
{
    /// <summary>What the server keeps of a name, in bytes; it cuts off the rest without a word.</summary>
    private const int MaxBytes = 63;

    private readonly string _quoted;

    public SqlIdentifier(string name)
    {
        Check(name, nameof(name));
        Name = name;
        _quoted = $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Refuses a name that the server could not hold.</summary>
    public static void Check(string name, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameterName);
        if (!Text.CanBeStored(name) || Encoding.UTF8.GetByteCount(name) > MaxBytes)
        {
            throw new ArgumentException($"An identifier of PostgreSQL has 1 to {MaxBytes} bytes, no NUL and no half of a surrogate pair; '{name}' is none. Choose a shorter name.", parameterName);
        }
    }

    /// <summary>The name as the catalogs hold it.</summary>
    public string Name { get; }

    /// <summary>The name as it stands in a statement.</summary>
    public override string ToString() => _quoted;
}
