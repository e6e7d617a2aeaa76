using System.Text;

using Twofold.Model.Library;
using Twofold.Tests.CaseTable;
using Encoded = Twofold.E2E.Wire.Cbor;

namespace Twofold.Tests.Faults;

/// <summary>The outcome of a call: its status, and the object that it has returned, if it has.</summary>
internal readonly record struct Outcome(Status Status, nint Handle, Received? Received);

/// <summary>One of the functions that C has for every method.</summary>
internal abstract class CallForm
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<CallForm> All { get; } = [new Blocking(), new WithCallback(), new OfCbor(), new ByName()];

    /// <summary>What the row says about this form; null if it cannot express the call.</summary>
    public virtual Ending? Expected(Call call) => call.Wire;

    /// <summary>Calls, and waits for the outcome, whose memory it frees.</summary>
    public abstract Outcome Run(nint handle, Call call);

    public override string ToString() => GetType().Name;

    private static MethodModel Find(Call call) => FaultyLibrary.Model.Methods.Single(method => method.WireName == call.Method);

    private static object[] Handle(MethodModel method, nint handle) => method.IsStatic ? [] : [handle];

    private static Outcome Wait(Status status, Received received)
    {
        if (status != Status.Ok)
            return new Outcome(status, 0, received);

        Assert.True(received.HasCome(), $"the callback has not run; what has failed: {FaultyLibrary.Failed}");
        return new Outcome(received.Status, received.Word, received);
    }

    private sealed class Blocking : CallForm
    {
        public override Ending? Expected(Call call) => call.Native;

        public override unsafe Outcome Run(nint handle, Call call)
        {
            using var memory = new NativeArguments();
            var method = Find(call);
            var export = FaultyLibrary.Export($"fixtures_{method.WireName}_sync");
            object[] self = Handle(method, handle);
            var arguments = memory.Of(method.Parameters, call.Arguments, export.Parameters.ToArray().AsSpan(self.Length));
            var reply = memory.Reply();
            object[] all = method.Result is null ? [.. self, .. arguments] : [.. self, .. arguments, reply];
            var status = export.Call(all);
            var word = *(nint*)reply;
            if (method.Result is null)
                return new Outcome(status, 0, null);

            var type = export.Parameters[^1].GetElementType()!;
            if (type.IsPointer)
                FaultyLibrary.Export("fixtures_string_free").Call(word);
            else if (FreeOf(type) is { } free)
                FaultyLibrary.Export(free).Call(reply);
            return new Outcome(status, word, null);
        }

        private static string? FreeOf(Type type)
        {
            var record = FaultyLibrary.Model.Records.FirstOrDefault(record => record.IsResult && type.Name == $"{record.Name}Struct");
            return record is null ? null : $"fixtures_{record.CName}_free";
        }
    }

    private sealed class WithCallback : CallForm
    {
        public override Ending? Expected(Call call) => call.Native;

        public override Outcome Run(nint handle, Call call)
        {
            using var memory = new NativeArguments();
            var method = Find(call);
            var export = FaultyLibrary.Export($"fixtures_{method.WireName}");
            object[] self = Handle(method, handle);
            var arguments = memory.Of(method.Parameters, call.Arguments, export.Parameters.ToArray().AsSpan(self.Length));
            var received = new Received();
            return Wait(export.Call([.. self, .. arguments, Received.Of(export.Parameters[^2]), received.UserData]), received);
        }
    }

    private sealed class OfCbor : CallForm
    {
        public override Ending? Expected(Call call) => call.Wire?.Status == "UNKNOWN_METHOD" ? null : call.Wire;

        public override unsafe Outcome Run(nint handle, Call call)
        {
            var method = Find(call);
            var request = Encoded.FromJson(call.Arguments);
            var received = new Received();
            fixed (byte* bytes = request)
                return Wait(FaultyLibrary.Export($"fixtures_{method.WireName}_cbor").Call([.. Handle(method, handle), (nint)bytes, (nuint)request.Length, Received.OfCbor, received.UserData]), received);
        }
    }

    private sealed class ByName : CallForm
    {
        // An object of the library is not what the handle of this function stands for.
        public override Ending? Expected(Call call) => call.On is null ? call.Wire : null;

        public override unsafe Outcome Run(nint handle, Call call)
        {
            var name = Encoding.UTF8.GetBytes(call.Method);
            var request = Encoded.FromJson(call.Arguments);
            var received = new Received();
            fixed (byte* method = name, bytes = request)
                return Wait(FaultyLibrary.Export("fixtures_call_cbor").Call(handle, (nint)method, (nuint)name.Length, (nint)bytes, (nuint)request.Length, Received.OfCbor, received.UserData), received);
        }
    }
}
