using System.Runtime.CompilerServices;
using System.Text;
using Twofold.Cbor;
using Twofold.Logging;

namespace Twofold.Protocol;

public sealed partial class Connection
{
    private readonly Queue<ReplySlot> _slots = new();

    // Of the reply that is written in place: where its frame begins, and which method it answers, if a failure would be logged.
    private int _replyStart;
    private string? _method;

    internal bool HasSlots => _slots.Count > 0;

    internal bool HasBegunReply => _replyStart != None;

    /// <summary>What is written from now on answers the next request.</summary>
    private void BeginRequest(ReadOnlySpan<byte> method)
    {
        _replyStart = None;
        if (_method is not null || Log.IsOn(LogLevel.Info))
            NameRequest(method);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NameRequest(ReadOnlySpan<byte> method) =>
        _method = method.Length > 0 && Log.IsOn(LogLevel.Info) ? Encoding.UTF8.GetString(method) : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ReplySlot AddSlot()
    {
        var slot = new ReplySlot(this, _method);
        _slots.Enqueue(slot);
        return slot;
    }

    /// <summary>The output, with the events before the next reply in it, and room for the reply's head.</summary>
    internal ByteBuffer BeginReply()
    {
        CollectEvents();
        _replyStart = Frame.BeginReply(_output);
        return _output;
    }

    /// <summary>The reply's body is complete.</summary>
    internal void EndReply() => Frame.EndReply(_output, _replyStart, (int)Status.Ok);

    /// <summary>The reply is a failure; what has been appended is dropped.</summary>
    internal void FailReply(Status status, string message)
    {
        if (_replyStart == None)
            CollectEvents();
        else
            _output.Truncate(_replyStart);

        Frame.AppendFailure(_output, status, message);
        LogFailure(_method, status, message);
    }

    private void CollectReady()
    {
        while (_slots.TryPeek(out var slot) && slot.IsReady)
        {
            // Events first: one that a call has raised was pushed before the call's slot became ready.
            CollectEvents();
            _slots.Dequeue();
            slot.Bytes.MoveTo(_output);
        }

        CollectEvents();
    }
}
