namespace Twofold.Calls;

/// <summary>Runs calls: in place while the context is idle, through its queue while it is busy.</summary>
public static class CallRunner
{
    /// <summary>
    /// Starts a call. No refusal: the reply gets its outcome, before this returns or later. A refusal: it never does.
    /// </summary>
    public static CallError Run<TTarget, TCall, TResult, TReply>(Context<TTarget> context, TCall call, ref TReply reply)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TReply : struct, IReply<TResult> =>
        Run<TTarget, TCall, TResult, TReply>(context, context.Target, call, ref reply);

    /// <summary>The same on the context's object, or on one that it has handed out.</summary>
    public static unsafe CallError Run<TTarget, TCall, TResult, TReply>(Context context, TTarget target, TCall call, ref TReply reply)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TReply : struct, IReply<TResult>
    {
        var executor = context.Executor;
        if (!executor.TryEnter())
            return Queue<TTarget, TCall, TResult, TReply>(context, target, call, ref reply);

        if (context.IsClosed)
        {
            executor.Leave();
            return CallError.Destroyed;
        }

        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(executor);
        var refusal = Start<TTarget, TCall, TResult, TReply>(context, target, call, ref reply, out var endsLater);
        SynchronizationContext.SetSynchronizationContext(outer);
        if (endsLater || TReply.Delivery != Delivery.ToHost)
        {
            executor.Leave();
            if (!endsLater)
                Deliver<TResult, TReply>(refusal, ref reply);

            return default;
        }

        CallbackTracker.Frame frame;
        context.Executor.Announce();
        context.Callbacks.Begin(&frame, callbacks: 1);
        try
        {
            executor.Leave();
            Deliver<TResult, TReply>(refusal, ref reply);
        }
        finally
        {
            context.Callbacks.End(&frame);
        }

        return default;
    }

    /// <summary>Starts a call of a static method, which needs no context.</summary>
    public static void RunStatic<TCall, TResult, TReply>(TCall call, ref TReply reply)
        where TCall : struct, ICall<object, TResult>
        where TReply : struct, IReply<TResult>
    {
        try
        {
            var result = call.Invoke(null!, CancellationToken.None);
            if (!result.IsCompleted)
            {
                reply.Defer();
                _ = Finish(result, reply);
                return;
            }

            reply.Capture(result.Result);
        }
        catch (Exception e)
        {
            var refusal = CallError.From(e);
            reply.Fail(refusal.Status, refusal.Message);
            return;
        }

        reply.Succeed();

        static async Task Finish(ValueTask<TResult> result, TReply reply)
        {
            try
            {
                reply.Capture(await result.ConfigureAwait(false));
            }
            catch (Exception e)
            {
                var refusal = CallError.From(e);
                reply.Fail(refusal.Status, refusal.Message);
                return;
            }

            reply.Succeed();
        }
    }

    /// <summary>Delivers an outcome; that of a reply which is delivered outside the executor.</summary>
    internal static void Deliver<TResult, TReply>(in CallError refusal, ref TReply reply)
        where TReply : struct, IReply<TResult>
    {
        if (refusal.Exists)
            reply.Fail(refusal.Status, refusal.Message);
        else
            reply.Succeed();
    }

    /// <summary>Calls the method inside the executor; why it failed, if it has ended and failed.</summary>
    private static CallError Start<TTarget, TCall, TResult, TReply>(
        Context context, TTarget target, TCall call, ref TReply reply, out bool endsLater)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TReply : struct, IReply<TResult>
    {
        endsLater = false;
        try
        {
            var result = call.Invoke(target, context.Lifetime);
            if (result.IsCompleted)
            {
                reply.Capture(result.Result);
            }
            else
            {
                endsLater = true;
                reply.Defer();
                new PendingCall<TTarget, TCall, TResult, TReply>(context, target, call, reply).Await(result);
            }

            return default;
        }
        catch (Exception e)
        {
            return CallError.From(e);
        }
    }

    private static CallError Queue<TTarget, TCall, TResult, TReply>(Context context, TTarget target, TCall call, ref TReply reply)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TReply : struct, IReply<TResult>
    {
        if (context.IsClosed)
            return CallError.Destroyed;

        reply.Defer();
        var pending = new PendingCall<TTarget, TCall, TResult, TReply>(context, target, call, reply);
        if (!context.TryRegister(pending))
            return CallError.Destroyed;

        context.Executor.Enqueue(pending);
        return default;
    }
}
