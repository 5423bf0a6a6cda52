using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EventStore.LoadTest.Servers;

/// <summary>
/// Stands between a client and the server, passes every byte on, and counts what a client sends and then waits for:
/// each Sync, each simple query and each end of a COPY is one round trip, unless more follows before the server's answer.
/// </summary>
internal sealed class RoundTripProxy : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly EndPoint _server;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _links = [];
    private readonly Task _accepting;
    private long _count;

    public RoundTripProxy(Connection connection)
    {
        var target = new NpgsqlConnectionStringBuilder(connection.ConnectionString);
        string host = target.Host ?? "localhost";
        _server = host.StartsWith('/') ? new UnixDomainSocketEndPoint($"{host}/.s.PGSQL.{target.Port}") : new DnsEndPoint(host, target.Port);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Connection = connection.Through("127.0.0.1", ((IPEndPoint)_listener.LocalEndPoint!).Port);
        _accepting = AcceptAsync();
    }

    /// <summary>To the same database, through this proxy.</summary>
    public Connection Connection { get; }

    /// <summary>The round trips until now.</summary>
    public long Count => Volatile.Read(ref _count);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_links);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _links.Add(LinkAsync(await _listener.AcceptAsync(_stopping.Token)));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task LinkAsync(Socket client)
    {
        using Socket accepted = client;
        using Socket server = _server is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await server.ConnectAsync(_server, _stopping.Token);
            client.NoDelay = true;
            var counter = new RoundTripCounter();
            await Task.WhenAny(
                PassAsync(client, server, bytes => Interlocked.Add(ref _count, counter.Count(bytes.Span))),
                PassAsync(server, client, _ => counter.Answer()));
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // One of the two has gone, and takes the other with it.
        }
    }

    private async Task PassAsync(Socket from, Socket to, Action<ReadOnlyMemory<byte>> look)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _stopping.Token) is > 0 and var length)
            {
                look(buffer.AsMemory(0, length));
                for (int sent = 0; sent < length;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, length - sent), _stopping.Token);
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The link is at its end.
        }
    }
}
