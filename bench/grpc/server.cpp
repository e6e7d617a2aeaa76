// An alternative: the same echo as a gRPC service. Usage: grpc_server unix:PATH
#include <grpcpp/grpcpp.h>

#include <csignal>
#include <cstdio>

#include "echo.grpc.pb.h"

namespace
{

// The callback API runs the method on the thread that has read the request: no queue, no hop.
class Timer final : public bench::Timer::CallbackService
{
    grpc::ServerUnaryReactor *Echo(grpc::CallbackServerContext *context, const bench::EchoRequest *request,
                                   bench::EchoResponse *reply) override
    {
        reply->set_echoed(request->message());
        reply->set_timer_name("bench");
        auto *reactor = context->DefaultReactor();
        reactor->Finish(grpc::Status::OK);
        return reactor;
    }
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: %s unix:PATH\n", argv[0]);
        return 2;
    }
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stop, nullptr);

    Timer timer;
    grpc::ServerBuilder builder;
    builder.AddListeningPort(argv[1], grpc::InsecureServerCredentials());
    builder.RegisterService(&timer);
    const auto server = builder.BuildAndStart();
    if (server == nullptr)
        return 1;
    std::printf("listening on %s\n", argv[1]);
    std::fflush(stdout);
    int signal_number = 0;
    sigwait(&stop, &signal_number);
    server->Shutdown();
    return 0;
}
