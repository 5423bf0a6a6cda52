namespace EventStore.LoadTest.Domain;

/// <summary>What happens to an account.</summary>
internal enum Step
{
    Opened,
    Deposited,
    Withdrawn,
    Renamed,
}
