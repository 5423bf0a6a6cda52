namespace EventStore.PeerComparison.Martens;

/// <summary>The document of an account.</summary>
internal sealed class MartenBalance
{
    public Guid Id { get; set; }

    public string Owner { get; set; } = "";

    public decimal Balance { get; set; }

    public string Reference { get; set; } = "";
}
