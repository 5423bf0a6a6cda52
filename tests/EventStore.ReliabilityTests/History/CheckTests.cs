namespace EventStore.ReliabilityTests;

/// <summary>The checker finds each thing that it looks for: one that finds nothing would make every run green.</summary>
public sealed class CheckTests
{
    private static readonly Guid Aggregate = Guid.CreateVersion7();

    [Fact]
    public void A_faithful_history_passes()
    {
        Intent[] intents = [Told(Verdict.Stored, 2), Told(Verdict.Stored, 3), Told(Verdict.Refused, 0), Told(Verdict.Unknown, 0), Told(Verdict.Unknown, 0)];

        var check = new HistoryCheck(intents, [Row(intents[0], 2), Row(intents[1], 3), Row(intents[3], 4)]);

        Assert.True(check.IsFaithful, check.ToString());
    }

    [Fact]
    public void An_acknowledged_event_that_is_missing_or_stands_elsewhere_is_lost()
    {
        Intent[] intents = [Told(Verdict.Stored, 2), Told(Verdict.Stored, 3)];

        Assert.Equal(2, new HistoryCheck(intents, [Row(intents[1], 4)]).Lost);
    }

    [Fact]
    public void An_event_that_stands_twice_is_found()
    {
        Intent intent = Told(Verdict.Unknown, 0);

        Assert.Equal(1, new HistoryCheck([intent], [Row(intent, 2), Row(intent, 3)]).Twice);
    }

    [Fact]
    public void A_refused_event_that_is_stored_is_found()
    {
        Intent intent = Told(Verdict.Refused, 0);

        Assert.Equal(1, new HistoryCheck([intent], [Row(intent, 2)]).RefusedYetStored);
    }

    [Fact]
    public void An_event_that_nobody_wanted_there_is_found()
    {
        Intent intent = Told(Verdict.Unknown, 0);

        Assert.Equal(2, new HistoryCheck([intent], [Row(intent, 2) with { Stream = "b" }, Row(intent, 3) with { AggregateId = Aggregate, Version = 1 }]).Foreign);
    }

    [Fact]
    public void A_hole_or_a_twist_in_an_aggregate_is_found()
    {
        StoredRow row = Row(Told(Verdict.Unknown, 0), 2) with { AggregateId = Aggregate };
        StoredRow other = row with { AggregateId = Guid.CreateVersion7() };

        Assert.Equal(2, new HistoryCheck([], [row with { Version = 1 }, row with { Version = 3 }, other with { Version = 2 }, other with { Version = 1 }]).BrokenAggregates);
    }

    [Fact]
    public void An_event_below_one_that_was_acknowledged_before_it_began_is_found()
    {
        Intent[] intents = [Told(Verdict.Stored, 3), Told(Verdict.Stored, 2)];

        Assert.Equal(1, new HistoryCheck(intents, [Row(intents[1], 2), Row(intents[0], 3)]).OutOfOrder);
    }

    [Fact]
    public void A_follower_that_skips_repeats_inverts_or_stops_early_is_found()
    {
        StoredRow[] rows = [.. Enumerable.Range(2, 5).Select(position => Row(Told(Verdict.Stored, position), position))];
        Delivery[] deliveries = [.. new[] { 0, 2, 2 }.Select(i => new Delivery(rows[i].Position, rows[i].Stream, rows[i].EventId, 0))];

        var check = DeliveryCheck.Of("", deliveries, rows, new Dictionary<Guid, long>());

        Assert.Equal((1, 2, 1, 0), (check.Skipped, check.NotReached, check.Twice, check.OutOfOrder));
        Assert.Equal(1, DeliveryCheck.Of("", [deliveries[1], deliveries[0]], rows, new Dictionary<Guid, long>()).OutOfOrder);
    }

    private static Intent Told(Verdict verdict, long position)
    {
        var intent = new Intent("a", 1, 1) { Position = position };
        intent.Begin();
        if (verdict != Verdict.Unknown)
        {
            intent.End(verdict);
        }

        return intent;
    }

    private static StoredRow Row(Intent intent, long position) => new(position, intent.Stream, intent.EventId, intent.AggregateId, intent.Version);
}
