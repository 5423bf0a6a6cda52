namespace EventStore.Generators.Diagnostics;

/// <summary>Why a member gives another result, or does something, each time it is used.</summary>
internal enum Impurity
{
    None,
    Clock,
    Chance,
    Outside,
    Machine,
    Work,
}
