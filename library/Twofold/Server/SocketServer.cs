using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Twofold.Cbor;
using Twofold.Logging;

namespace Twofold.Server;

/// <summary>Serves a service on an address. Thread-safe.</summary>
public sealed class SocketServer : IDisposable
{
    private const int MostRefused = 64;

    private static readonly TimeSpan PauseWithoutDescriptors = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TimeToCutOff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TimeToRead = TimeSpan.FromSeconds(2);

    private readonly Socket _listener;
    private readonly UnixSocketFile? _file;
    private readonly Service _service;
    private readonly ServerOptions _options;
    private readonly ConcurrentDictionary<SocketConnection, Task> _connections = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly Timer _deadlines;
    private readonly Task _accepting;
    private int _refused;
    private int _accepted;

    private SocketServer(Socket listener, UnixSocketFile? file, Service service, ServerOptions options)
    {
        _listener = listener;
        _file = file;
        _service = service;
        _options = options;
        Address = Server.Address.Format(listener.LocalEndPoint!);
        Log.Write(LogLevel.Info, $"server {Address}: listening");
        _deadlines = new Timer(_ => CutOffExpired(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        _accepting = AcceptAsync();
    }

    /// <summary>The address that clients can connect to, with the real port.</summary>
    public string Address { get; }

    /// <summary>Starts listening.</summary>
    /// <exception cref="ServerException">The address cannot be listened on; the message says why.</exception>
    public static SocketServer Start(Service service, ServerOptions options)
    {
        var address = Server.Address.Parse(options.Address);
        if (!address.IsLocal && !options.AllowRemote)
        {
            throw new ServerException(
                $"refused: {options.Address} is reachable from other machines and the wire is not encrypted; "
                + "pass --allow-remote to serve it anyway");
        }

        var listener = new Socket(address.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            var file = Bind(ref listener, address, options.Address);
            listener.Listen(Math.Min(options.MaxConnections, 4096));
            return new SocketServer(listener, file, service, options);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Stops accepting, finishes what is in flight within the drain time, and closes. Blocks until that is done.
    /// </summary>
    /// <param name="hurry">Ends the drain at once when it is cancelled.</param>
    public void Stop(CancellationToken hurry = default)
    {
        if (_stopping.IsCancellationRequested)
            return;

        _stopping.Cancel();
        Log.Write(LogLevel.Info, $"server {Address}: stopping with {_connections.Count} connections");

        // While the listener is open its file's inode is in use, so that no other server's file can be taken for ours.
        _file?.Dispose();
        _listener.Dispose();
        _accepting.Wait(CancellationToken.None);
        foreach (var connection in _connections.Keys)
            connection.Stop();

        var all = Task.WhenAll(_connections.Values);
        try
        {
            all.Wait((int)_options.DrainTimeout.TotalMilliseconds, hurry);
        }
        catch (OperationCanceledException)
        {
            // The host will not wait for the rest of the drain.
        }

        foreach (var connection in _connections.Keys)
            connection.CutOff();

        // A method that neither ends nor awaits holds its connection for ever; the host is not to wait for it.
        all.Wait((int)TimeToCutOff.TotalMilliseconds, CancellationToken.None);
        _deadlines.Dispose();
        _stopping.Dispose();
        Log.Write(LogLevel.Info, $"server {Address}: stopped");
    }

    /// <inheritdoc cref="Stop"/>
    public void Dispose() => Stop();

    private static UnixSocketFile? Bind(ref Socket listener, Address address, string text)
    {
        if (address.UnixPath is not null)
            return UnixSocketFile.Bind(ref listener, address);

        try
        {
            listener.Bind(address.EndPoint);
            return null;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new ServerException($"address in use: {text}");
        }
        catch (SocketException e)
        {
            throw new ServerException($"cannot listen on {text}: {e.Message}");
        }
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Admit(await _listener.AcceptAsync(_stopping.Token).ConfigureAwait(false));
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException e)
            {
                // The peer was gone before it was accepted, or descriptors have run out: those end as connections end.
                Log.Write(LogLevel.Warning, $"server {Address}: cannot accept a connection: {e.Message}");
                await Task.Delay(PauseWithoutDescriptors).ConfigureAwait(false);
            }
        }
    }

    private void Admit(Socket socket)
    {
        if (socket.LocalEndPoint is IPEndPoint)
            socket.NoDelay = true;

        if (_connections.Count >= _options.MaxConnections)
        {
            Log.Write(LogLevel.Warning, $"server {Address}: refused a connection, since {_options.MaxConnections} are open");
            _ = RefuseAsync(socket);
            return;
        }

        var connection = new SocketConnection(socket, _service, _options, ++_accepted);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _connections[connection] = ended.Task;
        _ = ServeAsync();

        async Task ServeAsync()
        {
            await Task.Yield();
            try
            {
                await connection.RunAsync().ConfigureAwait(false);
            }
            finally
            {
                _connections.TryRemove(connection, out _);
                ended.SetResult();
            }
        }
    }

    /// <summary>
    /// Tells a peer that there is no room. It may be sending already, and a close would then reset what it is told: what
    /// it sends is read and dropped for a moment, for so many peers at a time.
    /// </summary>
    private async Task RefuseAsync(Socket socket)
    {
        using var owned = socket;
        var refused = Interlocked.Increment(ref _refused);
        var frame = new ByteBuffer();
        Frame.AppendFailure(frame, Status.Unavailable, $"the server has its limit of {_options.MaxConnections} connections");
        try
        {
            socket.Blocking = false;
            socket.Send(frame.Span);
            socket.Shutdown(SocketShutdown.Send);
            if (refused > MostRefused)
                return;

            using var limit = new CancellationTokenSource(TimeToRead);
            var dropped = new byte[256];
            while (await socket.ReceiveAsync(dropped, limit.Token).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // It is gone, or has had its time.
        }
        finally
        {
            Interlocked.Decrement(ref _refused);
        }
    }

    private void CutOffExpired()
    {
        foreach (var connection in _connections.Keys)
            connection.CutOffIfExpired();
    }
}
