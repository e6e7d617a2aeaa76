using System.Diagnostics;
using System.Net.Sockets;
using Twofold.Protocol;

namespace Twofold.Transports.Epoll;

/// <summary>Serves the peers on loops, each on a thread of its own; the first one accepts them.</summary>
internal sealed class EpollTransport : ITransport
{
    private readonly Admission _admission;
    private readonly EpollLoop[] _loops;

    public EpollTransport(LinuxSocket listener, Func<Action, Connection> connect, AdmissionRules rules, int loopThreads)
    {
        _admission = new Admission(rules, () => LinuxSocket.Create(AddressFamily.Unix));
        var acceptor = new Acceptor(listener, _admission, Serve);
        var loops = new List<EpollLoop>();
        try
        {
            for (var i = 0; i < Math.Max(1, loopThreads); i++)
                loops.Add(new EpollLoop(connect, _admission, i == 0 ? acceptor : null));

            _loops = [.. loops];
        }
        catch
        {
            loops.ForEach(loop => loop.Discard());
            _admission.Dispose();
            throw;
        }

        loops.ForEach(loop => loop.Start());
    }

    /// <inheritdoc/>
    public void BeginStop()
    {
        foreach (var loop in _loops)
            loop.BeginStop();
    }

    /// <inheritdoc/>
    public void Abort()
    {
        foreach (var loop in _loops)
            loop.Abort();
    }

    /// <inheritdoc/>
    public bool WaitForEnd(TimeSpan timeout, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        foreach (var loop in _loops)
        {
            var rest = timeout - watch.Elapsed;
            if (!loop.WaitForEnd(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, cancel))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _admission.Dispose();

    private void Serve(int socket, AdmissionTicket ticket)
    {
        var idlest = _loops[0];
        foreach (var loop in _loops)
        {
            if (loop.PeerCount < idlest.PeerCount)
                idlest = loop;
        }

        idlest.Add(socket, ticket);
    }
}
