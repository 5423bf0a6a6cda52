using EventStore.Conformance;
using EventStore.Providers;
using Npgsql;
using static EventStore.Postgres.Tests.ProjectionSteps;

namespace EventStore.Postgres.Tests;

/// <summary>What others commit between two statements of a projection's transaction.</summary>
public sealed class ProjectionRaceTests
{
    [Theory, Proves("P-28")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reset_or_a_deletion_leaves_a_stream_that_a_user_has_put_in_the_place_of_the_emitted_one(bool resets)
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        await using NpgsqlConnection users = await store.Source.OpenConnectionAsync();
        (ProjectionLease lease, NpgsqlTransaction transaction) = await PutInPlaceAsync(store, users);
        await using NpgsqlTransaction open = transaction;

        Task ends = resets ? projections.ResetAsync(lease, null, default) : projections.DeleteAsync(lease, deletesEmittedEvents: true, null, default);
        await store.WaitForLockAsync();
        await transaction.CommitAsync();
        await ends;

        Assert.Equal(2L, await store.CountAsync("p"));
        Assert.True(await store.Log.HasStreamAsync("p", default));
    }

    [Fact, Proves("P-28")]
    public async Task Nothing_is_emitted_into_a_stream_that_a_user_has_put_in_the_place_of_the_emitted_one()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        await using NpgsqlConnection users = await store.Source.OpenConnectionAsync();
        (ProjectionLease lease, NpgsqlTransaction transaction) = await PutInPlaceAsync(store, users);
        await using NpgsqlTransaction open = transaction;

        Task checkpoint = projections.CheckpointAsync(Checkpoint(lease, 1, "2", Emit("p", Events.Plain())), default).AsTask();
        await store.WaitForLockAsync();
        await transaction.CommitAsync();

        Assert.Contains("'p'", (await Assert.ThrowsAsync<InvalidOperationException>(() => checkpoint)).Message, StringComparison.Ordinal);
        Assert.Equal(2L, await store.CountAsync("p"));
        Assert.Equal(1, (await projections.FindAsync("p", default))!.Revision);
    }

    [Fact, Proves("P-43")]
    public async Task Who_waits_for_the_row_of_a_projection_sees_what_was_stored_meanwhile()
    {
        await using TestStore store = await TestStore.CreateAsync();
        IProjectionStore projections = store.Log.Projections;
        ProjectionLease lease = await projections.AcquiredAsync();
        Task<StoredProjection?>? acquisition = null;
        await projections.CheckpointAsync(Checkpoint(lease, 0, "1", Link("linked", Events.Plain())) with
        {
            Parked = [Parked(5)],
            Work = async (_, _) =>
            {
                // The same owner comes back, and does not know what became of the checkpoint.
                acquisition = Task.Run(() => projections.AcquireAsync(lease, StreamSelection.All, default));
                await store.WaitForLockAsync();
            },
        }, default);

        StoredProjection acquired = (await acquisition!)!;

        Assert.Equal((1L, 1L, ProjectionStatus.Running), (acquired.Revision, acquired.ParkedEvents, acquired.Status));
    }

    /// <summary>A projection has emitted; the user deletes its stream, and makes another one with two events: not committed yet.</summary>
    private static async Task<(ProjectionLease Lease, NpgsqlTransaction Transaction)> PutInPlaceAsync(TestStore store, NpgsqlConnection users)
    {
        ProjectionLease lease = await store.Log.Projections.AcquiredAsync();
        await store.Log.Projections.CheckpointAsync(Checkpoint(lease, 0, "1", Emit("p", Events.Plain())), default);
        NpgsqlTransaction transaction = await users.BeginTransactionAsync();
        PostgresEventLog within = store.Log.Within(transaction);
        await within.DeleteStreamAsync("p", default);
        await within.CreateStreamAsync("p", default);
        await within.AppendAsync([new RecordedUnit([new RecordedPart("p", [Events.Plain(), Events.Plain()])])], default);
        return (lease, transaction);
    }
}
