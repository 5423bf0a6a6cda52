using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GitHistory.Tests;

/// <summary>As much of PostgreSQL's protocol as refusing a password takes: the tests' own server trusts everybody.</summary>
internal sealed class RefusingServer : IAsyncDisposable
{
    private const int SslRequest = 80877103;
    private const int GssRequest = 80877104;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public RefusingServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await ServeAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static async Task ServeAsync(TcpClient client)
    {
        try
        {
            await RefuseAsync(client.GetStream());
        }
        catch (IOException)
        {
            // Npgsql hung up, as it does before it has decided how to encrypt.
        }
    }

    private static async Task RefuseAsync(NetworkStream stream)
    {
        while (BinaryPrimitives.ReadInt32BigEndian(await ReadAsync(stream)) is SslRequest or GssRequest)
        {
            await stream.WriteAsync("N"u8.ToArray());
        }

        await stream.WriteAsync(Message('R', [0, 0, 0, 3])); // asks for the password
        stream.ReadByte();
        await ReadAsync(stream);
        await stream.WriteAsync(Message('E', Encoding.ASCII.GetBytes("SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user \"ada\"\0\0")));
    }

    /// <summary>Reads what its first four bytes count.</summary>
    private static async Task<byte[]> ReadAsync(NetworkStream stream)
    {
        byte[] length = new byte[4];
        await stream.ReadExactlyAsync(length);
        byte[] content = new byte[BinaryPrimitives.ReadInt32BigEndian(length) - 4];
        await stream.ReadExactlyAsync(content);
        return content;
    }

    private static byte[] Message(char kind, byte[] content)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length + 4);
        return [(byte)kind, .. length, .. content];
    }
}
