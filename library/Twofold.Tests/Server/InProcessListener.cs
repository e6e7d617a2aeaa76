using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;
using Twofold.Transports;

namespace Twofold.Tests.Server;

/// <summary>Accepts peers in the same process. It shows all that a new kind of stream has to implement.</summary>
internal sealed class InProcessListener : IListener
{
    private readonly Channel<IByteStream> _peers = Channel.CreateUnbounded<IByteStream>();

    /// <summary>Connects and returns the peer's end of the stream.</summary>
    public IByteStream Connect()
    {
        var (requests, replies) = (new Pipe(), new Pipe());
        Assert.True(_peers.Writer.TryWrite(new PipeStream(requests.Reader, replies.Writer)));
        return new PipeStream(replies.Reader, requests.Writer);
    }

    public async ValueTask<IByteStream?> AcceptAsync(CancellationToken cancel) => await _peers.Reader.ReadAsync(cancel);

    public IDisposable OpenSpare() => new MemoryStream();

    private sealed class PipeStream(PipeReader input, PipeWriter output) : IByteStream
    {
        public object? Peer => null;

        public PeerIdentity Identity => default;

        public bool HasInput
        {
            get
            {
                if (!input.TryRead(out var read))
                    return false;

                input.AdvanceTo(read.Buffer.Start);
                return !read.Buffer.IsEmpty;
            }
        }

        public async ValueTask<int> ReadAsync(Memory<byte> buffer)
        {
            var read = await input.ReadAsync();
            var bytes = read.Buffer.Slice(0, Math.Min(buffer.Length, read.Buffer.Length));
            bytes.CopyTo(buffer.Span);
            input.AdvanceTo(bytes.End);
            return (int)bytes.Length;
        }

        public async ValueTask<int> WriteAsync(ReadOnlyMemory<byte> bytes)
        {
            await output.WriteAsync(bytes);
            return bytes.Length;
        }

        public void EndOutput() => output.Complete();

        public void Dispose()
        {
            input.CancelPendingRead();
            output.Complete();
        }
    }
}
