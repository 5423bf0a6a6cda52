namespace EventStore.Model.Tests;

/// <summary>How much is tried: all of it in <c>./test full</c>, a twentieth or less otherwise.</summary>
internal static class TestSize
{
    public static bool IsFull => Environment.GetEnvironmentVariable("EVENTSTORE_TEST_FULL") == "1";

    public static int Of(int full, int part = 20) => IsFull ? full : full / part;
}
