using System.Diagnostics;
using Twofold.Logging;
using Twofold.Protocol;
using Twofold.Transports;
using Twofold.Transports.Epoll;
using Twofold.Transports.Sockets;
using Twofold.Waiting;

namespace Twofold.Hosting;

/// <summary>Serves a service on an address. Thread-safe.</summary>
public sealed class SocketServer : IDisposable
{
    private static readonly TimeSpan AbortTimeout = TimeSpan.FromSeconds(1);

    private readonly IDisposable _listener;
    private readonly ITransport _transport;
    private readonly TimeSpan _drainTimeout;
    private readonly ManualResetEventSlim _stopped = new();
    private int _isStopping;

    private SocketServer(IDisposable listener, Address address, ITransport transport, TimeSpan drainTimeout)
    {
        _listener = listener;
        _transport = transport;
        _drainTimeout = drainTimeout;
        Address = address.ToString();
        Log.Write(LogLevel.Info, $"server {Address}: listening");
    }

    /// <summary>The address that clients can connect to, with the real port.</summary>
    public string Address { get; }

    /// <summary>Starts listening.</summary>
    /// <exception cref="ServerException">The server cannot listen on the address; the message says why.</exception>
    public static SocketServer Start(Service service, ServerOptions options)
    {
        if (options.Transport == Transport.Epoll && !OperatingSystem.IsLinux())
            throw new ServerException("the epoll transport needs Linux; leave the choice to the library");

        var rules = Access.RulesOf(options);
        var costs = new RequestCosts(Stopwatch.GetTimestamp, Stopwatch.Frequency);
        var connections = new Connections(service, options, options.TokenPath is { } path ? TokenFile.Read(path) : null, costs);
        return options.Transport == Transport.Sockets || !OperatingSystem.IsLinux()
            ? Start<ManagedSocket>(options, socket => new StreamTransport(new SocketListener(socket), connections.Open, rules))
            : Start<LinuxSocket>(options, socket => new EpollTransport(socket, connections.Open, rules, options.LoopThreads));
    }

    /// <summary>
    /// Stops accepting, finishes what is in flight within the drain timeout, and closes. Returns when that is done, also if
    /// another thread has begun it; from inside a method that it serves, at once, since that method's reply is in flight too.
    /// </summary>
    /// <param name="hurry">Ends the drain at once when it is cancelled.</param>
    public void Stop(CancellationToken hurry = default)
    {
        var isFirst = Interlocked.Exchange(ref _isStopping, 1) == 0;
        if (isFirst)
        {
            Log.Write(LogLevel.Info, $"server {Address}: stopping");
            _listener.Dispose();
            Insist.On(_transport, static transport => transport.BeginStop());
        }

        if (Connection.IsRunningRequest)
        {
            if (isFirst)
                Insist.On(this, hurry, DrainElsewhere);
        }
        else if (isFirst)
        {
            Drain(hurry);
        }
        else
        {
            _stopped.Wait(CancellationToken.None);
        }
    }

    /// <inheritdoc cref="Stop"/>
    public void Dispose() => Stop();

    private static SocketServer Start<TSocket>(ServerOptions options, Func<TSocket, ITransport> serve)
        where TSocket : class, IStreamSocket<TSocket>
    {
        var listener = ListeningSocket<TSocket>.Open(options);
        ITransport? transport = null;
        try
        {
            var address = listener.Address;
            transport = serve(listener.Socket);
            return new SocketServer(listener, address, transport, options.DrainTimeout);
        }
        catch
        {
            listener.Dispose();
            if (transport is not null)
                End(transport);
            throw;
        }
    }

    private void Drain(CancellationToken hurry)
    {
        try
        {
            Insist.On(this, hurry, static (server, hurry) => server._transport.WaitForEnd(server._drainTimeout, hurry));
        }
        catch (OperationCanceledException)
        {
            // The host does not want to wait for the rest of the drain.
        }

        // A method that neither ends nor awaits holds its connection for ever; the host does not wait for it.
        End(_transport);
        Log.Write(LogLevel.Info, $"server {Address}: stopped");
        _stopped.Set();
    }

    private static void DrainElsewhere(SocketServer server, CancellationToken hurry) =>
        ThreadPool.UnsafeQueueUserWorkItem(_ => server.Drain(hurry), null);

    private static void End(ITransport transport)
    {
        Insist.On(transport, static transport => transport.BeginStop());
        Insist.On(transport, static transport => transport.Abort());
        Insist.On(transport, static transport => Close(transport));
    }

    private static void Close(ITransport transport)
    {
        if (transport.WaitForEnd(AbortTimeout, CancellationToken.None))
            transport.Dispose();
    }
}
