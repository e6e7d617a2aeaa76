using System.Runtime.CompilerServices;
using Twofold.Waiting;

namespace Twofold.Calls;

/// <summary>The steps of <see cref="CallRunner"/> for one kind of call and one kind of sink.</summary>
internal static class CallSteps<TTarget, TCall, TResult, TWriter, TDestination, TSink>
    where TTarget : class
    where TCall : struct, ICall<TTarget, TResult>
    where TWriter : IResultWriter<TResult, TDestination>
    where TDestination : allows ref struct
    where TSink : struct, IReplySink<TDestination>
{
    /// <summary>
    /// A call within a lease. Its reply runs no code of the host, so it is delivered inside, and the next call follows at once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CallError RunLeased(Context context, TTarget target, TCall call, ref TSink sink, ExecutorLease lease)
    {
        if (!lease.TryEnter(context.Executor))
            return Queue(context, target, call, ref sink);

        if (context.IsClosed)
        {
            lease.End();
            return CallError.Destroyed;
        }

        var result = call.Invoke(target, context.Lifetime);
        if (result.IsCompleted)
        {
            // Called before the sink begins, so that exceptions of the method and of the writer can be told apart.
            var value = result.Result;
            if (TCall.ReturnsObject)
                WriteObject(value, ref sink);
            else
                TWriter.Write(sink.Begin(), value);
            sink.Succeed();
        }
        else
        {
            Await(context, target, call, result, ref sink);
        }

        lease.EndCall();
        return default;
    }

    /// <summary>A single call, inside the executor that it has entered.</summary>
    public static unsafe CallError RunInPlace(Context context, TTarget target, TCall call, ref TSink sink)
    {
        var executor = context.Executor;
        if (context.IsClosed)
        {
            executor.Leave();
            return CallError.Destroyed;
        }

        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(executor);
        var hasEnded = TryInvoke(context, target, call, ref sink, out var error);
        SynchronizationContext.SetSynchronizationContext(outer);
        if (!hasEnded || TSink.Delivery != Delivery.ToHost)
        {
            executor.Leave();
            if (hasEnded)
                Deliver(error, ref sink);

            return default;
        }

        CallbackFrame frame;
        executor.Announce();
        context.Callbacks.Begin(&frame, callbacks: 1);
        try
        {
            executor.Leave();
            Deliver(error, ref sink);
        }
        finally
        {
            context.Callbacks.End(&frame);
        }

        return default;
    }

    /// <summary>A call on a busy context; it runs in the thread pool.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static CallError Queue(Context context, TTarget target, TCall call, ref TSink sink)
    {
        if (context.IsClosed)
            return CallError.Destroyed;

        sink.Defer();
        var pending = new PendingCall<TTarget, TCall, TResult, TWriter, TDestination, TSink>(context, target, call, sink);
        if (!pending.TryRegister())
            return CallError.Destroyed;

        context.Executor.Enqueue(pending);
        return default;
    }

    /// <summary>A call of a static method.</summary>
    public static void RunStatic(TCall call, ref TSink sink)
    {
        // Its continuations must not run in the executor of some context.
        sink.Lease?.End();
        if (TSink.Delivery == Delivery.ToHost && sink.Account.MustReject)
        {
            Deliver(CallError.Exhausted(sink.Account), ref sink);
            return;
        }

        CallError error;
        try
        {
            var result = call.Invoke(null!, CancellationToken.None);
            if (!result.IsCompleted)
            {
                sink.Defer();
                _ = DeliverWhenEnded(result, sink, Account.BytesPerCall + call.Weigh());
                return;
            }

            error = Capture(result, ref sink);
        }
        catch (Exception e)
        {
            error = CallError.From(e);
        }

        Deliver(error, ref sink);
    }

    /// <summary>Writes the result of a method that has ended, and returns the error if it failed.</summary>
    public static CallError Capture(in ValueTask<TResult> ended, ref TSink sink)
    {
        var isWriting = false;
        try
        {
            var value = ended.GetAwaiter().GetResult();
            isWriting = true;
            Write(value, ref sink);
            return default;
        }
        catch (Exception e)
        {
            return isWriting ? CallError.FromResult(e) : CallError.From(e);
        }
    }

    /// <summary>Delivers an outcome that was captured.</summary>
    public static void Deliver(in CallError error, ref TSink sink)
    {
        if (error.Exists)
            sink.Fail(error.Status, error.Message);
        else
            sink.Succeed();
    }

    /// <summary>Calls the method and captures its result; false if it awaits something.</summary>
    private static bool TryInvoke(Context context, TTarget target, TCall call, ref TSink sink, out CallError error)
    {
        var isWriting = false;
        error = default;
        try
        {
            var result = call.Invoke(target, context.Lifetime);
            if (!result.IsCompleted)
            {
                Await(context, target, call, result, ref sink);
                return false;
            }

            var value = result.Result;
            isWriting = true;
            Write(value, ref sink);
        }
        catch (Exception e)
        {
            error = isWriting ? CallError.FromResult(e) : CallError.From(e);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TResult value, ref TSink sink)
    {
        if (TCall.ReturnsObject)
            WriteObject(value, ref sink);
        else
            TWriter.Write(sink.Begin(), value);
    }

    /// <summary>An object that gets no handle is disposed of, since nobody could do that later.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteObject(TResult value, ref TSink sink)
    {
        try
        {
            TWriter.Write(sink.Begin(), value);
        }
        catch
        {
            Context.Drop(value);
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Await(Context context, TTarget target, TCall call, ValueTask<TResult> result, ref TSink sink)
    {
        sink.Defer();
        new PendingCall<TTarget, TCall, TResult, TWriter, TDestination, TSink>(context, target, call, sink).Await(result);
    }

    private static async Task DeliverWhenEnded(ValueTask<TResult> result, TSink sink, long bytes)
    {
        sink.Account.BeginCall(bytes);
        CallError error;
        try
        {
            // The reply reports the exception; this task must not fail with it.
            var task = result.AsTask();
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            error = Capture(new ValueTask<TResult>(task), ref sink);
        }
        catch (OutOfMemoryException e)
        {
            error = CallError.From(e);
        }

        sink.Account.EndCall(bytes);
        Deliver(error, ref sink);
    }
}
