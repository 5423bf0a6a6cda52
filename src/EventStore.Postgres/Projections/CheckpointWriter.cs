using EventStore.Providers;
using Npgsql;

namespace EventStore.Postgres;

/// <summary>
/// Stores checkpoints: one transaction each, of one round trip if nothing belongs to it but state and positions. What
/// got no answer is found out, and what others stood in the way of is tried again as long as the caller's work has not run.
/// </summary>
internal sealed class CheckpointWriter(PostgresConnections connections, TimeProvider timeProvider)
{
    private const int MaxAttempts = 6;

    /// <summary>Where a stream that it writes to is deleted meanwhile, and perhaps made anew and deleted once more.</summary>
    private const int MaxAttemptsOnDeletedStreams = 24;

    private const int LongestPause = 1 << 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    private readonly StoreSchema _schema = connections.Schema;
    private readonly ProjectionFence _fence = new(connections.Schema);
    private readonly ProjectionStatements _statements = new(connections);
    private readonly CheckpointAppender _appender = new(connections.Schema);
    private readonly CheckpointInDoubt _doubt = new(connections, timeProvider);

    public async ValueTask<ProjectionCheckpointResult> WriteAsync(ProjectionCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        bool isInDoubt = false;
        IReadOnlyList<long> positions = [];
        for (int attempt = 1; ; attempt++)
        {
            var progress = new Progress();
            try
            {
                ProjectionRequests stored = IsPlain(checkpoint)
                    ? await WritePlainAsync(checkpoint, progress, isInDoubt, cancellationToken).ConfigureAwait(false)
                    : await WriteAllAsync(checkpoint, progress, isInDoubt, cancellationToken).ConfigureAwait(false);

                // Where an earlier attempt turns out to have stored it, the positions are those of that attempt.
                return new ProjectionCheckpointResult(stored, progress.Positions ?? positions);
            }
            catch (Exception exception) when (progress.IsCommitting && CheckpointInDoubt.IsUnanswered(exception))
            {
                if (await _doubt.FindAsync(checkpoint, exception, cancellationToken).ConfigureAwait(false) is { } requests)
                {
                    return new ProjectionCheckpointResult(requests, progress.Positions ?? positions);
                }

                // The work cannot be done again here. Without any, the next attempt meets the last one if that comes late.
                (isInDoubt, positions) = (true, progress.Positions ?? positions);
                if (progress.HasWorked || attempt >= MaxAttempts || cancellationToken.IsCancellationRequested)
                {
                    throw;
                }
            }
            catch (PostgresException exception) when (!progress.HasWorked && attempt < MaxAttempts && (PostgresErrors.IsRetryable(exception) || (isInDoubt && ProjectionErrors.IsStreamMissing(exception))))
            {
                // It is rolled back, and whoever was in its way goes on.
            }
            catch (PostgresException exception) when (!progress.HasWorked && !isInDoubt && ProjectionErrors.IsStreamMissing(exception))
            {
                if (attempt == MaxAttemptsOnDeletedStreams)
                {
                    throw ProjectionErrors.DeletedMeanwhile(exception, checkpoint);
                }
            }

            await Task.Delay(FirstPause * (Random.Shared.NextDouble() * Math.Min(1 << attempt, LongestPause)), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsPlain(ProjectionCheckpoint checkpoint) =>
        checkpoint is { Work: null, Appends.Count: 0, Parked.Count: 0, Resumed.Count: 0 };

    private ValueTask<ProjectionRequests> WritePlainAsync(ProjectionCheckpoint checkpoint, Progress progress, bool isInDoubt, CancellationToken cancellationToken)
    {
        return _statements.WriteAsync(
            batch =>
            {
                progress.IsCommitting = true;
                _fence.AddTo(batch, checkpoint);
            },
            async reader => (await ProjectionFence.ReadAsync(reader, checkpoint, isInDoubt, cancellationToken).ConfigureAwait(false)).Requests,
            cancellationToken);
    }

    private async ValueTask<ProjectionRequests> WriteAllAsync(ProjectionCheckpoint checkpoint, Progress progress, bool isInDoubt, CancellationToken cancellationToken)
    {
        ProjectionTransaction transaction = await ProjectionTransaction.BeginAsync(connections, checkpoint.Lease.Duration, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            CheckpointAppends appends = new(checkpoint);
            ((long? id, ProjectionRequests requests), IReadOnlyDictionary<string, string?> makers) = await transaction.ExecuteAsync(
                StoreOperation.Project,
                batch =>
                {
                    _fence.AddTo(batch, checkpoint);
                    _appender.AddLookUp(batch, appends);
                },
                async reader => (
                    await ProjectionFence.ReadAsync(reader, checkpoint, isInDoubt, cancellationToken).ConfigureAwait(false),
                    await CheckpointAppender.ReadMakersAsync(reader, cancellationToken).ConfigureAwait(false)),
                cancellationToken).ConfigureAwait(false);
            if (id is not { } projectionId)
            {
                return requests;
            }

            connections.CheckpointStepDone?.Invoke("fence");
            progress.Positions = await _appender.AppendAsync(transaction, appends, makers, cancellationToken).ConfigureAwait(false);
            connections.CheckpointStepDone?.Invoke("appends");
            if (checkpoint.Parked.Count + checkpoint.Resumed.Count > 0)
            {
                await transaction.ExecuteAsync(
                    StoreOperation.Project, batch => ParkedEventStatements.AddTo(batch, _schema, projectionId, checkpoint), cancellationToken).ConfigureAwait(false);
            }

            progress.HasWorked = checkpoint.Work is not null;
            await transaction.WorkAsync(checkpoint.Work, cancellationToken).ConfigureAwait(false);
            connections.CheckpointStepDone?.Invoke("rows");
            cancellationToken.ThrowIfCancellationRequested();
            progress.IsCommitting = true;
            await transaction.CommitAsync(checkpoint, cancellationToken).ConfigureAwait(false);
            connections.CheckpointStepDone?.Invoke("commit");
            return requests;
        }
    }

    private sealed class Progress
    {
        /// <summary>The positions of what was appended, once it was.</summary>
        public IReadOnlyList<long>? Positions { get; set; }

        /// <summary>Whether the caller's work has begun.</summary>
        public bool HasWorked { get; set; }

        /// <summary>Whether the commit may have been sent.</summary>
        public bool IsCommitting { get; set; }
    }
}
