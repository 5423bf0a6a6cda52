using System.Diagnostics;

namespace EventStore.ReliabilityTests;

/// <summary>What a follower made of what was committed: invariant 6, every read is a slice without a hole.</summary>
internal sealed record DeliveryCheck(string Follower, int Delivered, int Skipped, int NotReached, int Twice, int OutOfOrder, TimeSpan LongestStall)
{
    /// <summary>Whether everything came once and in order.</summary>
    public bool IsFaithful => Skipped + NotReached + Twice + OutOfOrder == 0;

    /// <param name="follower">What the follower is called.</param>
    /// <param name="deliveries">What it got, in the order in which it got it.</param>
    /// <param name="rows">What it should have got, in order.</param>
    /// <param name="acknowledged">When the writer of an event knew that it is stored.</param>
    public static DeliveryCheck Of(string follower, IReadOnlyList<Delivery> deliveries, IReadOnlyList<StoredRow> rows, IReadOnlyDictionary<Guid, long> acknowledged)
    {
        var seen = new HashSet<(string, Guid)>();
        int twice = 0;
        int outOfOrder = 0;
        long last = 0;
        long longest = 0;
        foreach (Delivery delivery in deliveries)
        {
            twice += seen.Add((delivery.Stream, delivery.EventId)) ? 0 : 1;
            outOfOrder += delivery.Position < last ? 1 : 0;
            last = Math.Max(last, delivery.Position);
            longest = acknowledged.TryGetValue(delivery.EventId, out long at) ? Math.Max(longest, delivery.At - at) : longest;
        }

        StoredRow[] missing = [.. rows.Where(row => !seen.Contains((row.Stream, row.EventId)))];
        int skipped = missing.Count(row => row.Position <= last);
        return new DeliveryCheck(follower, deliveries.Count, skipped, missing.Length - skipped, twice, outOfOrder, Stopwatch.GetElapsedTime(0, longest));
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Follower,-34} delivered {Delivered,7}, skipped {Skipped}, not reached {NotReached}, twice {Twice}, out of order {OutOfOrder}, longest stall {LongestStall.TotalMilliseconds:F0} ms");
}
