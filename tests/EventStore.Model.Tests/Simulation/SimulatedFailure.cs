namespace EventStore.Model.Tests.Simulation;

/// <summary>What a handler throws.</summary>
internal sealed class SimulatedFailure() : Exception("The handler fails.");
