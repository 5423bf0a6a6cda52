using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// The first statement of a checkpoint: it changes the projection's row if its token and its revision are still those
/// of the writer, and holds the row until the end. What a frozen owner sends later meets another token.
/// </summary>
internal sealed class ProjectionFence(StoreSchema schema)
{
    private readonly string _updateSql = $"""
        update {schema.Projections}
        set state = $4, stream_ids = $5, stream_positions = $6, resumes = resumes and not $7, revision = revision + 1,
          lease_until = clock_timestamp() + $8, stored_at = clock_timestamp()
        where name = $1 and lease_token = $2 and revision = $3
        returning id, request, resumes
        """;

    private readonly string _lookSql = $"select lease_token, revision, request, resumes from {schema.Projections} where name = $1";

    /// <summary>Adds the update, and a look at what is there after it.</summary>
    public void AddTo(NpgsqlBatch batch, ProjectionCheckpoint checkpoint)
    {
        ProjectionLease lease = checkpoint.Lease;
        NpgsqlBatchCommand update = PostgresSession.Add(batch, _updateSql);
        update.AddName(lease.ProjectionName);
        update.AddToken(lease);
        update.AddNumber(checkpoint.Revision);
        update.AddJson(checkpoint.State);
        update.AddNumbers([.. checkpoint.Positions.Select(position => position.StreamId)]);
        update.AddNumbers([.. checkpoint.Positions.Select(position => position.Position)]);
        update.AddFlag(checkpoint.EndsResumption);
        update.AddDuration(lease);
        AddLook(batch, lease, locks: false);
    }

    /// <summary>Adds a look at the row, which waits for whoever is writing it if it locks.</summary>
    public void AddLook(NpgsqlBatch batch, ProjectionLease lease, bool locks) =>
        PostgresSession.Add(batch, locks ? $"{_lookSql} for update" : _lookSql).AddName(lease.ProjectionName);

    /// <summary>Reads what came of <see cref="AddTo"/>.</summary>
    /// <param name="reader">At the update's rows; afterwards behind the look's.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="isInDoubt">Whether it was sent before, and nobody knows what became of it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The projection's id, or null if the checkpoint is stored already; and what was asked meanwhile.</returns>
    public static async ValueTask<(long? Id, ProjectionRequests Requests)> ReadAsync(NpgsqlDataReader reader, ProjectionCheckpoint checkpoint, bool isInDoubt, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            (long, ProjectionRequests) stored = (reader.GetInt64(0), ProjectionRow.ReadRequests(reader, 1));
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            return stored;
        }

        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        string name = checkpoint.Lease.ProjectionName;
        (long revision, ProjectionRequests requests) = await ReadLookAsync(reader, checkpoint.Lease, cancellationToken).ConfigureAwait(false);
        return isInDoubt && revision == checkpoint.Revision + 1
            ? (null, requests)
            : throw new CheckpointAheadOfStoreException(name, $"its run knows revision {checkpoint.Revision}, the store has {revision}.");
    }

    /// <summary>Reads what a look has seen.</summary>
    public static async ValueTask<(long Revision, ProjectionRequests Requests)> ReadLookAsync(NpgsqlDataReader reader, ProjectionLease lease, CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false) && !reader.IsDBNull(0) && reader.GetGuid(0) == lease.Token
            ? (reader.GetInt64(1), ProjectionRow.ReadRequests(reader, 2))
            : throw new ProjectionLeaseLostException(lease.ProjectionName);
}
