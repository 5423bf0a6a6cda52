using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EventStore.Postgres.Tests;

/// <summary>What a <see cref="CuttingProxy"/> does to the next message.</summary>
internal enum Cut
{
    None,

    /// <summary>The server gets it, and its answer is lost with the connection.</summary>
    Reply,

    /// <summary>It is lost with the connection.</summary>
    Request,

    /// <summary>The server gets it, and nothing more comes back on any connection.</summary>
    Silence,

    /// <summary>It is kept back, and the connection stands as if it were on its way.</summary>
    Hold,

    /// <summary>It is kept back, and the client's connection is cut.</summary>
    HoldAndCut,
}

/// <summary>Stands between a client and the server, and cuts connections at a chosen moment.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _target = new(TestServer.ConnectionString);
    private volatile bool _isAway;
    private volatile int _refused;
    private volatile Cut _cut;
    private volatile TcpClient? _heldServer;
    private readonly TaskCompletionSource<HeldRequest> _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CuttingProxy()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(TestServer.ConnectionString)
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        CancellationTimeout = 200,
    }.ConnectionString;

    public Cut Next { get => _cut; set => _cut = value; }

    /// <summary>Waits until a request is kept back.</summary>
    public Task HeldAsync() => _held.Task;

    /// <summary>Delivers what was kept back, and waits until the server has done with it.</summary>
    public async Task DeliverAsync()
    {
        HeldRequest held = await _held.Task;
        await held.Server.GetStream().WriteAsync(held.Bytes);
        held.Server.Client.Shutdown(SocketShutdown.Send);
        await held.Reply;
    }

    /// <summary>How many connections were ended at once, since it was away.</summary>
    public int Refused => _refused;

    /// <summary>Ends every connection, and each that is made before <see cref="ComeBack"/>.</summary>
    public void GoAway()
    {
        _isAway = true;
        foreach (TcpClient client in _clients)
        {
            client.Dispose();
        }
    }

    /// <summary>Takes connections again.</summary>
    public void ComeBack() => _isAway = false;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }

            _clients.Add(client);
            if (_isAway)
            {
                client.Dispose();
                Interlocked.Increment(ref _refused);
                continue;
            }

            var server = new TcpClient();
            await server.ConnectAsync(_target.Host!, _target.Port);
            client.NoDelay = server.NoDelay = true;
            Task reply = PumpAsync(server, client, Cut.Reply, Task.CompletedTask);
            _ = PumpAsync(client, server, Cut.Request, reply);
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, Cut kind, Task reply)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = await from.GetStream().ReadAsync(buffer)) > 0;)
            {
                if (_cut == kind)
                {
                    _cut = Cut.None;
                    break;
                }

                if (kind == Cut.Request && _cut is Cut.Hold or Cut.HoldAndCut)
                {
                    Cut cut = _cut;
                    _cut = Cut.None;
                    _heldServer = to;
                    if (cut == Cut.HoldAndCut)
                    {
                        from.Dispose();
                    }

                    _held.SetResult(new HeldRequest(to, buffer.AsMemory(0, read), reply));
                    return;
                }

                if (_cut != Cut.Silence || kind == Cut.Request)
                {
                    await WriteAsync(to, buffer.AsMemory(0, read), isGone: from == _heldServer);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other direction has ended the connection.
        }

        from.Dispose();
        to.Dispose();
    }

    /// <summary>What a server says whose client was cut off is for nobody; the server goes on.</summary>
    private static async Task WriteAsync(TcpClient to, ReadOnlyMemory<byte> bytes, bool isGone)
    {
        try
        {
            await to.GetStream().WriteAsync(bytes);
        }
        catch (Exception exception) when (isGone && exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut off, as it was asked for.
        }
    }

    private sealed record HeldRequest(TcpClient Server, ReadOnlyMemory<byte> Bytes, Task Reply);
}
