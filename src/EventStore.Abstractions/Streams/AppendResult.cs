using System.Collections.ObjectModel;

namespace EventStore;

/// <summary>What an append gave: the position of each event. Immutable.</summary>
/// <param name="Positions">
/// The position of each event, in the order in which they were appended (for a unit: part after part). Empty for an
/// empty batch. Positions ascend, and some may be missing between them.
/// </param>
/// <param name="AlreadyStored">
/// True if the events were stored before, by an earlier append with the same ids: <paramref name="Positions"/> are
/// the ones of then, and nothing was written now.
/// </param>
public sealed record AppendResult(IReadOnlyList<long> Positions, bool AlreadyStored)
{
    /// <summary>
    /// The position of each event, in the order in which they were appended (for a unit: part after part). Empty for an
    /// empty batch.
    /// </summary>
    public IReadOnlyList<long> Positions { get; init; } = Positions is IList<long> list and not ReadOnlyCollection<long> ? list.AsReadOnly() : Positions;

    /// <summary>The result of an empty batch.</summary>
    public static AppendResult Empty { get; } = new([], false);
}
