using Twofold.Calls;
using Twofold.Cbor;
using Twofold.Protocol;
using Twofold.Tests.Calls;
using Twofold.Tests.Support;

namespace Twofold.Tests.Server;

/// <summary>Several requests that arrive in one read share a lease; one of them throws.</summary>
public sealed class FailedRequestSpecs
{
    [Fact]
    public void Only_the_failed_request_fails_and_its_events_are_delivered_before_the_next_request_runs()
    {
        var context = new NotebookContext();
        var log = new List<string>();
        context.OnNoted.Add(new ScriptedListener(log.Add));
        var peer = new Peer(service: new NotebookService(context, new()
        {
            ["fail"] = notebook =>
            {
                notebook.Note("noted");
                throw new FfiException("it failed");
            },
            ["next"] = _ =>
            {
                log.Add("the next one");
                return "done";
            },
        }));

        peer.Send([.. Wire.Request("fail", (object?)null), .. Wire.Request("next", (object?)null)]);

        Assert.Equal(["noted", "the next one"], log);
        Assert.Equal(["it failed", "done"], peer.ReadTexts());
        Assert.True(context.Executor.TryEnter());
    }

    /// <summary>Serves a notebook with the given methods.</summary>
    private sealed class NotebookService(NotebookContext context, Dictionary<string, Func<Notebook, string>> methods) : Service
    {
        public override string Library => "notebook";

        public override string Version => "1.0.0";

        public override string EventNames => "";

        public override CallError Call(ReadOnlySpan<byte> method, ReadOnlySpan<byte> request, ref ConnectionSink sink)
        {
            var run = methods[System.Text.Encoding.UTF8.GetString(method)];
            var call = new ScriptedCall((notebook, _) => new ValueTask<string>(run(notebook)));
            return CallRunner.Run<Notebook, ScriptedCall, string, TextCbor, CborWriter, ConnectionSink>(context, context.Target, call, ref sink);
        }

        public override ulong? Subscribe(string eventName, Connection connection) => null;

        public override Task ReleaseAsync(object target) => throw new NotSupportedException("no method returns an object");

        public override void Unsubscribe(ulong listener)
        {
        }
    }
}
