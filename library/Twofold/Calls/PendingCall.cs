namespace Twofold.Calls;

/// <summary>A call that did not end in place: it waits for the executor, or its method awaits something.</summary>
internal sealed class PendingCall<TTarget, TCall, TResult, TWriter, TDestination, TSink>(Context context, TTarget target, TCall call, TSink sink) : WorkItem
    where TTarget : class
    where TCall : struct, ICall<TTarget, TResult>
    where TWriter : IResultWriter<TResult, TDestination>
    where TDestination : allows ref struct
    where TSink : struct, IReplySink<TDestination>
{
    // The arguments live as long as this does, until the method has ended.
    private readonly long _bytes = Charge(sink.Account, call);
    private ValueTask<TResult> _result;
    private TSink _sink = sink;
    private CallError _error;
    private int _settled;

    /// <summary>The method is running: waits for its end. Called inside the executor. If it throws, the call must be failed there.</summary>
    public void Await(ValueTask<TResult> result)
    {
        try
        {
            if (!context.TryRegister(this) && TrySettle())
                Settle(CallError.Cancelled);

            Continue(result);
        }
        catch (OutOfMemoryException)
        {
            // Nothing waits for the method any more, and it goes on.
            var isUnsettled = TrySettle();
            Leave();
            if (isUnsettled)
                throw;
        }
    }

    /// <summary>Registers a call that is to be queued; if that fails, it counts for nothing.</summary>
    public bool TryRegister()
    {
        var isRegistered = false;
        try
        {
            return isRegistered = context.TryRegister(this);
        }
        finally
        {
            if (!isRegistered)
                Release();
        }
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
            Continue(call.Invoke(target, context.Lifetime));
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
            _sink.Fail(CallError.Cancelled.Status, CallError.Cancelled.Message);
    }

    /// <inheritdoc/>
    public override void Deliver() => CallSteps<TTarget, TCall, TResult, TWriter, TDestination, TSink>.Deliver(_error, ref _sink);

    /// <summary>Gives back what it has counted for: the method has ended, or was never started.</summary>
    private void Release() => _sink.Account.EndCall(_bytes);

    private static long Charge(Account account, TCall call)
    {
        var bytes = Account.BytesPerCall + call.Weigh();
        account.BeginCall(bytes);
        return bytes;
    }

    private void Continue(ValueTask<TResult> result)
    {
        _result = result;

        // The executor is the current synchronization context, so the continuation runs inside it again.
        if (result.IsCompleted)
            End();
        else
            result.GetAwaiter().UnsafeOnCompleted(End);
    }

    /// <summary>The method has ended.</summary>
    private void End()
    {
        if (TrySettle())
            Settle(CallSteps<TTarget, TCall, TResult, TWriter, TDestination, TSink>.Capture(_result, ref _sink));
        else
            Observe();

        Leave();
    }

    /// <summary>The call was cancelled before: no reply needs the outcome, but an exception must count as observed.</summary>
    private void Observe()
    {
        try
        {
            _ = _result.AsTask().Exception;
        }
        catch (OutOfMemoryException)
        {
            // The runtime reports it as one that nobody has observed, which does no harm.
        }
    }

    /// <summary>Must come last: destroy waits for this, and then has to find the callback announced.</summary>
    private void Leave()
    {
        Release();
        context.Unregister(this);
    }

    /// <summary>The method was not started.</summary>
    private void End(CallError error)
    {
        if (TrySettle())
            Settle(error);

        Leave();
    }

    private void Settle(CallError error)
    {
        _error = error;
        if (TSink.Delivery != Delivery.Inside)
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
