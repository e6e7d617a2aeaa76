namespace Twofold.Transports.Epoll;

/// <summary>Takes peers off the listening socket's queue. For one loop's thread.</summary>
internal sealed class Acceptor(LinuxSocket listener, Admission admission, Action<int, AdmissionTicket> serve)
{
    // The error that the log has, until a peer is accepted.
    private int _reported;

    /// <summary>The listening socket's descriptor.</summary>
    public int Descriptor { get; } = (int)listener.DangerousGetHandle();

    /// <summary>Whether accepting has failed, for want of descriptors most likely, so that it must be tried again although no new peer comes.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Accepts all that are waiting.</summary>
    public void Accept()
    {
        IsPaused = false;
        try
        {
            while (TryAccept())
            {
            }
        }
        catch (ObjectDisposedException)
        {
            // The server is stopping.
        }
        catch (OutOfMemoryException)
        {
            IsPaused = true;
        }
    }

    /// <summary>Accepts one; false if there are no more for now.</summary>
    private bool TryAccept()
    {
        var socket = Linux.Accept(listener);
        if (socket >= 0)
        {
            _reported = 0;
            Admit(socket);
            return true;
        }

        switch (-socket)
        {
            case Linux.WouldBlock:
                return false;
            case Linux.OutOfProcessDescriptors or Linux.OutOfSystemDescriptors or Linux.NoBuffers or Linux.NoMemory:
                IsPaused = !TryRejectOnSpare();
                return !IsPaused;
            case Linux.ConnectionAborted:
                // That peer was gone before it was accepted.
                return true;
            default:
                Report(-socket);
                IsPaused = -socket != Linux.NotListening;
                return false;
        }
    }

    private void Report(int error)
    {
        if (_reported == error)
            return;

        _reported = error;
        Admission.ReportFailure(Linux.Describe(error));
    }

    private void Admit(int socket)
    {
        AdmissionTicket ticket;
        try
        {
            ticket = admission.Enter(admission.NeedsIdentity ? PeerIdentity.Of(LinuxSocket.PeerOf(socket), socket) : default);
        }
        catch (OutOfMemoryException)
        {
            _ = Linux.Close(socket);
            throw;
        }

        if (ticket.Decision == AdmissionDecision.Drop)
            Reject(socket, ticket.Refusal!.Frame);
        else
            serve(socket, ticket);
    }

    /// <summary>Accepts one peer although descriptors have run out, and sends it the reason.</summary>
    private bool TryRejectOnSpare()
    {
        if (!admission.ReleaseSpare())
        {
            admission.TryRenewSpare();
            return false;
        }

        var socket = Linux.Accept(listener);
        if (socket >= 0)
            Reject(socket, admission.NoDescriptorFrame);

        admission.TryRenewSpare();
        return socket >= 0;
    }

    private static void Reject(int socket, ReadOnlyMemory<byte> farewell)
    {
        _ = Linux.Send(socket, farewell.Span);
        Linux.EndOutput(socket);
        _ = Linux.Close(socket);
    }
}
