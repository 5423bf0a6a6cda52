using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.PeerComparison.Reflection;

/// <summary>
/// A projection: it reads pages by their position, and stores position and state behind each. It passes over events whose
/// transaction ends later than that of a higher position, as all do that look at positions alone.
/// </summary>
internal abstract class ReflectedProjection(ReflectionStore store, string name)
{
    private const int Page = 1_000;

    /// <summary>How long it waits where there was nothing, as the relatives of the ancestor do by default.</summary>
    public static readonly TimeSpan Sleep = TimeSpan.FromMilliseconds(100);

    protected ReflectionStore Store => store;

    /// <summary>What is stored as its state; handlers are its own methods.</summary>
    protected virtual object? State => null;

    public async Task ResetAsync()
    {
        await using NpgsqlConnection connection = await store.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("delete from reflected_projections where name = $1", connection) { Parameters = { new() { Value = name } } };
        await command.ExecuteNonQueryAsync();
        await ClearAsync(connection);
    }

    /// <returns>The position that it has come to.</returns>
    public async Task<long> RunAsync(bool keepRunning, CancellationToken cancellationToken)
    {
        long position = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            long before = position;
            await using (NpgsqlConnection connection = await store.OpenConnectionAsync())
            {
                position = await store.FollowAsync(connection, before, Page, (id, payload) => Handlers.Handle(this, payload, id));
                if (position > before)
                {
                    await StoreAsync(connection, position);
                    continue;
                }
            }

            if (!keepRunning)
            {
                break;
            }

            await Task.Delay(Sleep, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return position;
    }

    /// <summary>Removes what it has made.</summary>
    protected virtual Task ClearAsync(NpgsqlConnection connection) => Task.CompletedTask;

    /// <summary>Adds the statements that make what was handled last.</summary>
    protected virtual void Write(NpgsqlBatch batch)
    {
    }

    private async Task StoreAsync(NpgsqlConnection connection, long position)
    {
        await using var batch = new NpgsqlBatch(connection);
        Write(batch);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into reflected_projections (name, position, state) values ($1, $2, $3) on conflict (name) do update set position = excluded.position, state = excluded.state")
        {
            Parameters =
            {
                new() { Value = name },
                new() { Value = position },
                new() { Value = State is { } state ? JsonSerializer.Serialize(state, state.GetType()) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        });
        await batch.PrepareAsync();
        await batch.ExecuteNonQueryAsync();
    }
}
