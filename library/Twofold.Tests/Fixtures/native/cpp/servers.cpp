// Servers and their options.
#include "checks.hpp"

void check_servers(fx::Fixtures &context)
{
    HOLDS("a server that cannot start throws an error",
          throws(fx::Status::Unavailable, "nowhere", [&] { const fx::Server server(context, {"nowhere"}); }));

    fx::Server server(context, {"tcp:127.0.0.1:0"});
    HOLDS("a server has its real address",
          server.address().rfind("tcp:127.0.0.1:", 0) == 0 && server.address() != "tcp:127.0.0.1:0");
    server.stop();
    HOLDS("a stopped server has no address",
          throws(fx::Status::InvalidHandle, "stopped", [&] { server.address(); }));
    HOLDS("a stopped server cannot be stopped again",
          throws(fx::Status::InvalidHandle, "", [&] { server.stop(); }));

    fx::ServerOptions options;
    options.address = "tcp:127.0.0.1:0";
    options.transport = fx::Transport::Sockets;
    options.max_nesting = 1024;
    options.max_objects = 1;
    HOLDS("a server on the other transport",
          fx::Server(context, options).address().rfind("tcp:127.0.0.1:", 0) == 0);
    options.transport = static_cast<fx::Transport>(3);
    HOLDS("an invalid transport is rejected", throws(fx::Status::InvalidArgument, "transport",
                                                     [&] { const fx::Server third(context, options); }));
}
