using Twofold.Native;
using Twofold.Tests.Support;

namespace Twofold.Tests.Native;

public sealed unsafe class BytesSpecs
{
    [Fact]
    public void Bytes_are_copied_once_when_they_are_read()
    {
        const int Size = 1 << 20;
        var borrowed = new byte[Size];
        var copied = Allocated.By(
            () =>
            {
                fixed (byte* start = borrowed)
                    Assert.Equal(Size, BytesNative.Read(new NativeSpan<byte>(start, Size), "bytes").Length);
            },
            1);
        Assert.InRange(copied, Size, Size + 1024);
    }
}
