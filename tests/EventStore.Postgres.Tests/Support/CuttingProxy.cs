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
}

/// <summary>Stands between a client and the server, and cuts connections at a chosen moment.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _target = new(TestServer.ConnectionString);
    private volatile Cut _cut;

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

            var server = new TcpClient();
            await server.ConnectAsync(_target.Host!, _target.Port);
            client.NoDelay = server.NoDelay = true;
            _ = PumpAsync(client, server, Cut.Request);
            _ = PumpAsync(server, client, Cut.Reply);
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, Cut kind)
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

                if (_cut != Cut.Silence || kind == Cut.Request)
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
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
}
