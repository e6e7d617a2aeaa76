using System.Buffers.Binary;
using System.Net;

namespace Twofold.Transports;

/// <summary>Who a peer is, as far as the system knows: one address, or one user of this machine.</summary>
/// <param name="High">The first half of the address in IPv6 form; 0 over a unix socket.</param>
/// <param name="Low">The second half.</param>
/// <param name="User">The number of the user; null over TCP.</param>
internal readonly record struct PeerIdentity(ulong High, ulong Low, uint? User)
{
    /// <summary>The peer at the address; the user if there is none, because it is connected through a unix socket or gone.</summary>
    public static PeerIdentity Of(IPEndPoint? endPoint, int descriptor)
    {
        if (endPoint is null)
            return new PeerIdentity(0, 0, PeerUser.Of(descriptor));

        Span<byte> bytes = stackalloc byte[16];
        endPoint.Address.MapToIPv6().TryWriteBytes(bytes, out _);
        return new PeerIdentity(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), User: null);
    }
}
