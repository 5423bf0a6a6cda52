using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace EventStore.ReliabilityTests;

/// <summary>
/// Stands between a client and the server, counts what passes, and harms the connection that carries the byte which
/// the armed fault names.
/// </summary>
internal sealed class FaultProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _target;
    private readonly Lock _lock = new();
    private Fault? _fault;
    private int _remaining;
    private int _requestBytes;
    private int _replyBytes;

    public FaultProxy(string target)
    {
        _target = new NpgsqlConnectionStringBuilder(target);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Messages that can be read and counted: neither encrypted nor asked whether they might be.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_target.ConnectionString)
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        CancellationTimeout = 50,
        Timeout = 5,
    }.ConnectionString;

    /// <summary>Harms the next connection that carries so many bytes; what was armed before is forgotten.</summary>
    public Fault Arm(Flow flow, int offset, FaultKind kind)
    {
        var fault = new Fault(flow, offset, kind);
        lock (_lock)
        {
            _fault = fault;
            _remaining = offset;
        }

        return fault;
    }

    public void Disarm()
    {
        lock (_lock)
        {
            _fault = null;
        }
    }

    /// <summary>The bytes that passed each way since the last call.</summary>
    public (int Request, int Reply) TakeCounts() => (Interlocked.Exchange(ref _requestBytes, 0), Interlocked.Exchange(ref _replyBytes, 0));

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync();
                _ = ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The proxy is disposed.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var connection = new ProxiedConnection(client);
        try
        {
            await connection.Server.ConnectAsync(_target.Host!, _target.Port);
            await Task.WhenAll(PumpAsync(connection, Flow.Request), PumpAsync(connection, Flow.Reply));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side has ended it.
        }

        connection.Held?.Settle();
    }

    private async Task PumpAsync(ProxiedConnection connection, Flow flow)
    {
        (Socket from, Socket to) = flow == Flow.Request ? (connection.Client, connection.Server) : (connection.Server, connection.Client);
        byte[] buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = await from.ReceiveAsync(buffer)) > 0;)
            {
                Interlocked.Add(ref flow == Flow.Request ? ref _requestBytes : ref _replyBytes, read);
                if (connection.Held is { } held && held.Flow != flow)
                {
                    held.Settle();
                }

                int passing = Claim(flow, read, out Fault? fault);
                await SendAsync(to, buffer.AsMemory(0, passing));
                if (fault is null)
                {
                    continue;
                }

                fault.Strike();
                if (fault.Kind == FaultKind.HalfClose)
                {
                    to.Shutdown(SocketShutdown.Send);
                    return;
                }

                if (fault.Kind is FaultKind.Cut or FaultKind.Reset)
                {
                    connection.End(resets: fault.Kind == FaultKind.Reset);
                    return;
                }

                if (fault.Kind == FaultKind.HoldAndCut)
                {
                    from.Dispose();
                }

                await fault.Released;
                connection.Held = fault;
                await SendAsync(to, buffer.AsMemory(passing, read - passing));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One side has ended it.
        }

        if (connection.Held?.Flow == flow && TryShutdown(to))
        {
            // What came late has to be worked on before its receiver sees the end.
            return;
        }

        connection.End(resets: false);
    }

    private static bool TryShutdown(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    private static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await socket.SendAsync(bytes)..];
        }
    }

    /// <summary>How many of the bytes pass, and the fault that strikes behind them.</summary>
    private int Claim(Flow flow, int count, out Fault? fault)
    {
        lock (_lock)
        {
            fault = null;
            if (_fault is null || _fault.Flow != flow)
            {
                return count;
            }

            if (count < _remaining)
            {
                _remaining -= count;
                return count;
            }

            fault = _fault;
            _fault = null;
            return _remaining;
        }
    }

    /// <summary>Both sides of a connection.</summary>
    private sealed class ProxiedConnection : IDisposable
    {
        public ProxiedConnection(Socket client)
        {
            Client = client;
            Client.NoDelay = Server.NoDelay = true;
        }

        public Socket Client { get; }

        public Socket Server { get; } = new(SocketType.Stream, ProtocolType.Tcp);

        /// <summary>The fault whose bytes have been delivered late.</summary>
        public Fault? Held { get; set; }

        public void End(bool resets)
        {
            foreach (Socket socket in (Socket[])[Client, Server])
            {
                if (resets)
                {
                    socket.Close(0);
                }

                socket.Dispose();
            }
        }

        public void Dispose() => End(resets: false);
    }
}
