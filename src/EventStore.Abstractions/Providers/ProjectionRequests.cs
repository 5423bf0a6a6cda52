namespace EventStore.Providers;

/// <summary>What was asked of a projection that runs. Immutable.</summary>
/// <param name="Status">
/// <see cref="ProjectionStatus.Stopping"/>, <see cref="ProjectionStatus.Resetting"/>, <see cref="ProjectionStatus.Deleting"/>
/// or <see cref="ProjectionStatus.DeletingInclEmittedEvents"/>; otherwise <see cref="ProjectionStatus.Running"/>.
/// </param>
/// <param name="Resumes">Whether parked events are to be handled again.</param>
public readonly record struct ProjectionRequests(ProjectionStatus Status, bool Resumes);
