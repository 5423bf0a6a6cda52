namespace GitHistory.Import;

/// <summary>What an import did.</summary>
/// <param name="Commits">The commits that it read.</param>
/// <param name="NewEvents">The events that it added.</param>
/// <param name="AllEvents">The events that the repository's streams hold now.</param>
internal sealed record ImportSummary(int Commits, long NewEvents, long AllEvents)
{
    public override string ToString() => $"{Commits} commits, {NewEvents} events new, {AllEvents} in all";
}
