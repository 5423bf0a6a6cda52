namespace EventStore.Conformance;

/// <summary>How much is tried: all of it in <c>./test full</c>, a twentieth or less otherwise.</summary>
public static class TestSize
{
    public static bool IsFull => Environment.GetEnvironmentVariable("EVENTSTORE_TEST_FULL") == "1";

    public static int Of(int full, int part = 20) => IsFull ? full : full / part;
}
