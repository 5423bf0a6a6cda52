namespace EventStore.LoadTest.Reporting;

/// <summary>
/// What the same statements reached when the layout of the store was chosen, in events a second: PostgreSQL 15.18 and
/// Npgsql 10.0.3 on two cores, by the unix socket, 133 µs for an fdatasync, payloads of 206 bytes, synchronous_commit on.
/// On a machine like that, a limit that is more than a third slower is a mistake in the limit; on another one, the
/// factors differ together.
/// </summary>
internal static class Reference
{
    /// <summary>The rate of a workload's limit, or null if it was not taken then.</summary>
    public static double? Find(string workload, int callers) => (workload, callers) switch
    {
        // The recommended statement, with the epoch lock: 4,135 and 11,441 without it, times 0.98 and 0.95.
        ("append-1", 1) => 4_052,
        ("append-1", 8) => 10_869,

        // Each caller for itself, over a pool of 16: 6,889 over one of 8, times 1.29.
        ("append-1", 64) => 8_887,

        // Without the lock, which costs up to a tenth.
        ("append-10", 1) => 26_790,
        ("append-10", 8) => 67_640,
        ("append-100", 8) => 111_100,

        // With the lock.
        ("append-100", 1) => 71_095,

        // Lock, positions, COPY, commit: 1.18 times the 130,532 of the array statement.
        ("append-1000", 1) => 154_028,

        // 225 µs with System.Text.Json's generator behind the reader, the events of an aggregate next to each other.
        ("rehydrate-100", 1) => 444_444,

        // One statement with System.Text.Json's generator behind the reader, three columns.
        ("catch-up-fold", 1) => 585_000,
        _ => null,
    };
}
