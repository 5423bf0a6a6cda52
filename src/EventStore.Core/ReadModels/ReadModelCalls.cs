using EventStore.Providers;

namespace EventStore;

/// <summary>Calls a read model within a transaction of the storage; one that lies elsewhere needs none.</summary>
internal static class ReadModelCalls
{
    /// <summary>Makes the read model, if there is one that was not made yet.</summary>
    public static async ValueTask InitAsync(IProjectionStore projections, IReadModel? readModel, CancellationToken cancellationToken)
    {
        if (readModel is null)
        {
            return;
        }

        await projections.ExecuteAsync(
            (transaction, token) => EnlistedAsync(readModel, transaction, async () =>
            {
                if (!await readModel.IsInitializedAsync(token).ConfigureAwait(false))
                {
                    await readModel.InitAsync(token).ConfigureAwait(false);
                }
            }),
            cancellationToken).ConfigureAwait(false);
    }

    public static CheckpointWork? Reset(IReadModel? readModel) => IfInitialized(readModel, static (model, token) => model.ResetAsync(token));

    public static CheckpointWork? Delete(IReadModel? readModel) => IfInitialized(readModel, static (model, token) => model.DeleteAsync(token));

    /// <summary>What fails here for good belongs to an event of the block, and comes as a <see cref="ReadModelFailure"/>.</summary>
    public static CheckpointWork? Persist(IProjectionStore projections, IReadModel? readModel) => readModel is null
        ? null
        : (transaction, token) => EnlistedAsync(readModel, transaction, async () =>
        {
            try
            {
                await readModel.PersistAsync(token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException && !projections.IsTransient(exception))
            {
                throw new ReadModelFailure(exception);
            }
        });

    private static CheckpointWork? IfInitialized(IReadModel? readModel, Func<IReadModel, CancellationToken, Task> call) => readModel is null
        ? null
        : (transaction, token) => EnlistedAsync(readModel, transaction, async () =>
        {
            if (await readModel.IsInitializedAsync(token).ConfigureAwait(false))
            {
                await call(readModel, token).ConfigureAwait(false);
            }
        });

    private static async ValueTask EnlistedAsync(IReadModel readModel, ICheckpointTransaction transaction, Func<Task> call)
    {
        if (readModel is not ITransactionalReadModel transactional)
        {
            await call().ConfigureAwait(false);
            return;
        }

        transactional.Enlist(transaction);
        try
        {
            await call().ConfigureAwait(false);
        }
        finally
        {
            transactional.Enlist(null);
        }
    }
}
