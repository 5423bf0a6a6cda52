namespace EventStore.Conformance.Domain;

/// <summary>An event with every kind of member that a payload usually has.</summary>
[Event("profile-changed")]
public sealed record ProfileChanged
{
    public required string Username { get; init; }

    public string? Nickname { get; init; }

    /// <summary>Payloads that were stored before this member came lack it.</summary>
    public string Language { get; init; } = "en";

    public int Age { get; init; }

    public decimal Balance { get; init; }

    public double Ratio { get; init; }

    public bool IsActive { get; init; }

    public Guid Invitation { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public ProfileKind Kind { get; init; }

    public Address? Address { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyDictionary<string, int> Counters { get; init; } = new Dictionary<string, int>();
}

public enum ProfileKind
{
    Private,
    Public,
}

public sealed record Address(string Street, string City);
