namespace EventStore.PeerComparison.Martens;

/// <summary>The document of the fold over every event.</summary>
internal sealed class MartenTurnover
{
    public string Id { get; set; } = "";

    public decimal Deposited { get; set; }

    public decimal Withdrawn { get; set; }

    public long Accounts { get; set; }

    public long Renamed { get; set; }
}
