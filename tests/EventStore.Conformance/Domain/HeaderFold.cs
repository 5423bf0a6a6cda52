namespace EventStore.Conformance.Domain;

/// <summary>A projection whose handlers look at payload and header.</summary>
[Projection("header-fold")]
public sealed partial class HeaderFold
{
    public List<long> Versions { get; set; } = [];

    private void When(UsernameChanged changed, EventHeader header) => Versions.Add(header.Version);
}
