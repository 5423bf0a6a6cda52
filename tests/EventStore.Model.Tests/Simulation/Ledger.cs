using EventStore.Providers;

namespace EventStore.Model.Tests.Simulation;

/// <summary>
/// What the store has let happen, looked at while it happens: no two tokens write between two changes of the token, and
/// no position goes back but by a reset.
/// </summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, Guid> _owners = [];
    private readonly Dictionary<string, Dictionary<long, long>> _positions = [];

    public List<string> Violations { get; } = [];

    public int TakeOvers { get; private set; }

    public int Checkpoints { get; private set; }

    /// <summary>The token that holds the lease; the given one if it is free.</summary>
    public Guid OwnerOf(ProjectionLease lease) => _owners.GetValueOrDefault(lease.ProjectionName, lease.Token);

    public void Acquired(ProjectionLease lease)
    {
        TakeOvers += _owners.TryGetValue(lease.ProjectionName, out Guid owner) && owner != lease.Token ? 1 : 0;
        _owners[lease.ProjectionName] = lease.Token;
    }

    public void Released(ProjectionLease lease)
    {
        if (_owners.GetValueOrDefault(lease.ProjectionName) == lease.Token)
        {
            _owners.Remove(lease.ProjectionName);
        }
    }

    public void Wrote(ProjectionLease lease, string what)
    {
        if (_owners.GetValueOrDefault(lease.ProjectionName) != lease.Token)
        {
            Violations.Add($"The {what} of '{lease.ProjectionName}' was stored by a token that does not hold it.");
        }
    }

    public void Moved(string projectionName, IReadOnlyList<StreamPosition> positions)
    {
        Checkpoints++;
        Dictionary<long, long> known = _positions.GetValueOrDefault(projectionName) ?? [];
        foreach (StreamPosition position in positions.Where(position => known.GetValueOrDefault(position.StreamId) > position.Position))
        {
            Violations.Add($"'{projectionName}' went back from position {known[position.StreamId]} to {position.Position} of '{position.StreamName}'.");
        }

        _positions[projectionName] = positions.ToDictionary(position => position.StreamId, position => position.Position);
    }

    public void StartedOver(string projectionName) => _positions.Remove(projectionName);
}
