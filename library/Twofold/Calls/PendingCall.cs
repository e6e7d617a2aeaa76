namespace Twofold.Calls;

/// <summary>A call that did not end in place: it waits for the gate, or its method awaits something.</summary>
internal sealed class PendingCall<TTarget, TCall, TResult, TReply>(Context context, TTarget target, TCall call, TReply reply) : WorkItem
    where TTarget : class
    where TCall : struct, ICall<TTarget, TResult>
    where TReply : struct, IReply<TResult>
{
    private ValueTask<TResult> _result;
    private TReply _reply = reply;
    private CallError _refusal;
    private int _settled;

    /// <summary>The method is running: waits for its end. Called inside the gate.</summary>
    public void Await(ValueTask<TResult> result)
    {
        if (!context.TryRegister(this) && TrySettle())
            EndWith(CallError.Cancelled);

        Continue(result);
    }

    /// <inheritdoc/>
    public override void Run()
    {
        if (context.IsClosed)
        {
            End(CallError.Cancelled);
            return;
        }

        try
        {
            var result = call.Invoke(target, context.Lifetime);
            if (result.IsCompleted)
                End(result);
            else
                Continue(result);
        }
        catch (Exception e)
        {
            End(CallError.From(e));
        }
    }

    /// <inheritdoc/>
    public override void Cancel()
    {
        if (TrySettle())
            _reply.Fail(CallError.Cancelled.Status, CallError.Cancelled.Message);
    }

    /// <inheritdoc/>
    public override void Deliver() => CallRunner.Deliver<TResult, TReply>(_refusal, ref _reply);

    private void Continue(ValueTask<TResult> result)
    {
        _result = result;

        // The gate is the current synchronization context, so the continuation runs inside it again.
        _result.GetAwaiter().UnsafeOnCompleted(() => End(_result));
    }

    private void End(ValueTask<TResult> result)
    {
        if (TrySettle())
            EndWith(Capture(result));
        else
            _ = result.AsTask().Exception; // Cancelled before: the outcome is nobody's, but an exception must count as seen.

        // Last, so that destroy, which waits for it, finds the callback announced.
        context.Unregister(this);
    }

    private void End(CallError refusal)
    {
        if (TrySettle())
            EndWith(refusal);

        context.Unregister(this);
    }

    private CallError Capture(ValueTask<TResult> result)
    {
        try
        {
            _reply.Capture(result.GetAwaiter().GetResult());
            return default;
        }
        catch (Exception e)
        {
            return CallError.From(e);
        }
    }

    private void EndWith(CallError refusal)
    {
        _refusal = refusal;
        if (TReply.Delivery != Delivery.Inside)
        {
            context.Executor.Announce();
            context.Executor.DeliverLater(this);
        }
        else
        {
            Deliver();
        }
    }

    private bool TrySettle() => Interlocked.CompareExchange(ref _settled, 1, 0) == 0;
}
