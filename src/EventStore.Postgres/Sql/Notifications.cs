using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace EventStore.Postgres;

/// <summary>
/// Tells other processes that something was committed, and hears it from them. A hint: what gets lost is found by the
/// next look. It is never part of an append's transaction: the server lets those that notify commit one by one.
/// Thread-safe.
/// </summary>
internal sealed class Notifications(PostgresConnections connections, TimeProvider timeProvider)
{
    /// <summary>Appends that follow each other within this time are told once.</summary>
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly string _channel = "eventstore_" + Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(connections.Schema.Schema.Name)));
    private int _waiting;
    private int _sends;

    /// <summary>Notes that something was committed; somebody tells it soon.</summary>
    public void Note()
    {
        Volatile.Write(ref _waiting, 1);
        if (Interlocked.Exchange(ref _sends, 1) == 0)
        {
            // Without the context of whoever has appended: an ambient transaction would take the connection in.
            ThreadPool.UnsafeQueueUserWorkItem(static notifications => _ = notifications.SendAsync(), this, preferLocal: false);
        }
    }

    /// <summary>Calls whenever another process tells of a commit, and when it may have missed one, until it is cancelled.</summary>
    public async Task ListenAsync(Action wake, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync(wake, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (Outages.IsDrivers(exception) || exception is OperationCanceledException or ObjectDisposedException)
            {
                // Without it there is still the poll.
            }

            await Task.Delay(PauseAfterFailure, timeProvider, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenOnceAsync(Action wake, CancellationToken cancellationToken)
    {
        PostgresSession session = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            NpgsqlConnection connection = session.Connection;
            NotificationEventHandler handler = (_, _) => wake();
            connection.Notification += handler;
            try
            {
                await ExecuteAsync(session, $"listen {_channel}", cancellationToken).ConfigureAwait(false);
                wake();
                while (true)
                {
                    await connection.WaitAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                connection.Notification -= handler;
                if (session.IsOpen)
                {
                    await ExecuteAsync(session, $"unlisten {_channel}", CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task SendAsync()
    {
        try
        {
            while (Interlocked.Exchange(ref _waiting, 0) == 1)
            {
                PostgresSession session = await connections.OpenAsync(CancellationToken.None).ConfigureAwait(false);
                await using (session.ConfigureAwait(false))
                {
                    NpgsqlBatch batch = session.CreateBatch();
                    await using (batch.ConfigureAwait(false))
                    {
                        PostgresSession.Add(batch, "select pg_notify($1, '')").Parameters.Add(new NpgsqlParameter<string> { TypedValue = _channel, NpgsqlDbType = NpgsqlDbType.Text });
                        await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
                    }
                }

                await Task.Delay(Debounce, timeProvider).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (Outages.IsDrivers(exception) || exception is ObjectDisposedException)
        {
            // Whoever polls learns of it all the same.
        }
        finally
        {
            Volatile.Write(ref _sends, 0);
        }

        if (Volatile.Read(ref _waiting) == 1 && !connections.IsDisposed)
        {
            Note();
        }
    }

    private static async Task ExecuteAsync(PostgresSession session, string sql, CancellationToken cancellationToken)
    {
        NpgsqlBatch batch = session.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            PostgresSession.Add(batch, sql);
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
