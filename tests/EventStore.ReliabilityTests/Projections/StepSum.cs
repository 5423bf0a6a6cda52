namespace EventStore.ReliabilityTests;

/// <summary>A fold with generated dispatch, for the figures.</summary>
[Projection("step-sum")]
public sealed partial class StepSum
{
    public long Sum { get; set; }

    private void When(StepTaken e) => Sum += e.Step;
}
