using System.Text;
using EventStore.Providers;

namespace EventStore.Postgres.Tests;

/// <summary>What a projection asks of the port, as the engine does.</summary>
internal static class ProjectionSteps
{
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    public static ProjectionLease Lease(string name = "p", TimeSpan? duration = null) => new(name, Guid.CreateVersion7(), duration ?? Long);

    public static async Task<ProjectionLease> AcquiredAsync(this IProjectionStore projections, string name = "p", TimeSpan? duration = null)
    {
        ProjectionLease lease = Lease(name, duration);
        await projections.AcquireAsync(lease, StreamSelection.All, default);
        return lease;
    }

    public static ProjectionCheckpoint Checkpoint(ProjectionLease lease, long revision = 0, string state = "{}", params ProjectionAppend[] appends) => new()
    {
        Lease = lease,
        Revision = revision,
        State = Encoding.UTF8.GetBytes(state),
        Positions = [],
        Appends = appends,
    };

    public static ProjectionAppend Emit(string name, params EventRecord[] events) => new(name, true, events);

    public static ProjectionAppend Link(string stream, params EventRecord[] events) => new(stream, false, [.. events.Select(e => e with { IsLinked = true })]);

    public static CheckpointWork Sql(string sql) => async (transaction, cancellationToken) =>
        await new ReadModelClient(((PostgresCheckpointTransaction)transaction).Transaction).ExecuteAsync(sql, cancellationToken: cancellationToken);

    public static ParkedEvent Parked(long position, string? error = "bad", int attempts = 1, long streamId = 1) => new()
    {
        StreamName = "a",
        StreamId = streamId,
        Position = position,
        EventId = Guid.CreateVersion7(),
        EventName = "thing-happened",
        AggregateId = Guid.CreateVersion7(),
        AggregateType = "user",
        Error = error,
        Attempts = attempts,
    };

    public static async Task<long> CountAsync(this TestStore store, string stream) => await store.ScalarAsync<long>($"select count(*) from {store.TableOf(stream)}");
}
