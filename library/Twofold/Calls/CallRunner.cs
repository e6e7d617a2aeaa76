using System.Runtime.CompilerServices;
using Twofold.Waiting;

namespace Twofold.Calls;

/// <summary>
/// The one way from a call to its outcome: enters the executor, invokes the method, and delivers. In place while the
/// context is idle, through its queue while it is busy.
/// </summary>
public static class CallRunner
{
    /// <summary>
    /// Starts a call. Without an error the reply gets its outcome, before this returns or later; with one it never does.
    /// </summary>
    public static CallError Run<TTarget, TCall, TResult, TReply>(Context<TTarget> context, TCall call, ref TReply reply)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TReply : struct, IReply<TResult> =>
        Run<TTarget, TCall, TResult, TReply>(context, context.Target, call, ref reply);

    /// <summary>The same on the context's object, or on one that it has handed out.</summary>
    /// <exception cref="Exception">Only with a lease: the method's own, or the reply's. The lease has not ended.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CallError Run<TTarget, TCall, TResult, TReply>(Context context, TTarget target, TCall call, ref TReply reply)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TReply : struct, IReply<TResult>
    {
        if (reply.Lease is { } lease)
            return RunLeased<TTarget, TCall, TResult, TReply>(context, target, call, ref reply, lease);

        return context.Executor.TryEnter()
            ? RunInPlace<TTarget, TCall, TResult, TReply>(context, target, call, ref reply)
            : Queue<TTarget, TCall, TResult, TReply>(context, target, call, ref reply);
    }

    /// <summary>Starts a call of a static method, which belongs to no context.</summary>
    public static void RunStatic<TCall, TResult, TReply>(TCall call, ref TReply reply)
        where TCall : struct, ICall<object, TResult>
        where TReply : struct, IReply<TResult>
    {
        // What it awaits must not come back through the executor of some context.
        reply.Lease?.End();
        CallError error;
        try
        {
            var result = call.Invoke(null!, CancellationToken.None);
            if (!result.IsCompleted)
            {
                reply.Defer();
                _ = DeliverWhenEnded(result, reply);
                return;
            }

            error = Capture(result, ref reply);
        }
        catch (Exception e)
        {
            error = CallError.From(e);
        }

        Deliver<TResult, TReply>(error, ref reply);
    }

    /// <summary>Takes the result of a method that has ended; why it failed, if it did.</summary>
    internal static CallError Capture<TResult, TReply>(in ValueTask<TResult> ended, ref TReply reply)
        where TReply : struct, IReply<TResult>
    {
        var isWriting = false;
        try
        {
            var result = ended.GetAwaiter().GetResult();
            isWriting = true;
            reply.Capture(result);
            return default;
        }
        catch (Exception e)
        {
            return isWriting ? CallError.FromResult(e) : CallError.From(e);
        }
    }

    /// <summary>Delivers an outcome that was captured.</summary>
    internal static void Deliver<TResult, TReply>(in CallError error, ref TReply reply)
        where TReply : struct, IReply<TResult>
    {
        if (error.Exists)
            reply.Fail(error.Status, error.Message);
        else
            reply.Succeed();
    }

    /// <summary>Within a lease: replies run no code of the host, so they are delivered inside, and the next call follows at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CallError RunLeased<TTarget, TCall, TResult, TReply>(
        Context context, TTarget target, TCall call, ref TReply reply, ExecutorLease lease)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TReply : struct, IReply<TResult>
    {
        if (!lease.TryEnter(context.Executor))
            return Queue<TTarget, TCall, TResult, TReply>(context, target, call, ref reply);

        if (context.IsClosed)
        {
            lease.End();
            return CallError.Destroyed;
        }

        var result = call.Invoke(target, context.Lifetime);
        if (result.IsCompleted)
        {
            reply.Capture(result.Result);
            reply.Succeed();
        }
        else
        {
            Await<TTarget, TCall, TResult, TReply>(context, target, call, result, ref reply);
        }

        lease.EndCall();
        return default;
    }

    /// <summary>A call by itself, inside the executor that it has entered.</summary>
    private static unsafe CallError RunInPlace<TTarget, TCall, TResult, TReply>(Context context, TTarget target, TCall call, ref TReply reply)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TReply : struct, IReply<TResult>
    {
        var executor = context.Executor;
        if (context.IsClosed)
        {
            executor.Leave();
            return CallError.Destroyed;
        }

        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(executor);
        var hasEnded = TryInvoke<TTarget, TCall, TResult, TReply>(context, target, call, ref reply, out var error);
        SynchronizationContext.SetSynchronizationContext(outer);
        if (!hasEnded || TReply.Delivery != Delivery.ToHost)
        {
            executor.Leave();
            if (hasEnded)
                Deliver<TResult, TReply>(error, ref reply);

            return default;
        }

        CallbackFrame frame;
        executor.Announce();
        context.Callbacks.Begin(&frame, callbacks: 1);
        try
        {
            executor.Leave();
            Deliver<TResult, TReply>(error, ref reply);
        }
        finally
        {
            context.Callbacks.End(&frame);
        }

        return default;
    }

    /// <summary>Calls the method and captures its result; false if it awaits something.</summary>
    private static bool TryInvoke<TTarget, TCall, TResult, TReply>(
        Context context, TTarget target, TCall call, ref TReply reply, out CallError error)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TReply : struct, IReply<TResult>
    {
        var isWriting = false;
        error = default;
        try
        {
            var result = call.Invoke(target, context.Lifetime);
            if (!result.IsCompleted)
            {
                Await<TTarget, TCall, TResult, TReply>(context, target, call, result, ref reply);
                return false;
            }

            var value = result.Result;
            isWriting = true;
            reply.Capture(value);
        }
        catch (Exception e)
        {
            error = isWriting ? CallError.FromResult(e) : CallError.From(e);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Await<TTarget, TCall, TResult, TReply>(
        Context context, TTarget target, TCall call, ValueTask<TResult> result, ref TReply reply)
        where TTarget : class
        where TCall : struct, ICall<TTarget, TResult>
        where TReply : struct, IReply<TResult>
    {
        reply.Defer();
        new PendingCall<TTarget, TCall, TResult, TReply>(context, target, call, reply).Await(result);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
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

    private static async Task DeliverWhenEnded<TResult, TReply>(ValueTask<TResult> result, TReply reply)
        where TReply : struct, IReply<TResult>
    {
        // Its exception is the reply's, not this task's.
        var task = result.AsTask();
        await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Deliver<TResult, TReply>(Capture(new ValueTask<TResult>(task), ref reply), ref reply);
    }
}
