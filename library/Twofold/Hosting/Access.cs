using Twofold.Protocol;
using Twofold.Transports;

namespace Twofold.Hosting;

/// <summary>Who may connect, as the options of a server say.</summary>
internal static class Access
{
    /// <summary>The rules for whoever connects.</summary>
    /// <exception cref="ServerException">An option names a user that does not exist.</exception>
    public static AdmissionRules RulesOf(ServerOptions options) =>
        new(options.MaxConnections, options.MaxConnectionsPerPeer, options.AllowUids is { } users ? UsersOf(users) : null);

    /// <summary>Whether the rules can be applied on an address.</summary>
    /// <exception cref="ServerException">They cannot; the message says why.</exception>
    public static void Check(Address address, ServerOptions options)
    {
        var isUnix = address.EndPoint is null;
        if (options.AllowUids is not null && !isUnix)
            throw new ServerException($"allow_uids needs a unix socket: over TCP, as on {address}, a peer has no user id; use token_path instead");
        if (options.AllowUids is not null && !PeerUser.IsKnown)
            throw new ServerException("allow_uids needs Linux");
        if (options.MaxConnectionsPerPeer > 0 && isUnix && !PeerUser.IsKnown)
            throw new ServerException("max_connections_per_peer needs Linux on a unix socket; over TCP it does not");
    }

    private static uint[] UsersOf(string list)
    {
        try
        {
            // An empty name is more likely a variable that was not set than nobody.
            return Array.ConvertAll(
                list.Split(',', StringSplitOptions.TrimEntries),
                user => user.Length > 0 ? Accounts.UserOf(user) : throw new IOException("a name is empty; put one comma between two users"));
        }
        catch (IOException e)
        {
            throw new ServerException($"allow_uids is \"{list}\": {e.Message}");
        }
    }
}
