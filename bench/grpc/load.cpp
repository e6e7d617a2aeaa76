// Keeps echoes in flight to grpc_server. Usage: grpc_load unix:PATH CONNECTIONS IN_FLIGHT MILLISECONDS
// Prints one line of JSON; times are in nanoseconds.
#include <grpcpp/grpcpp.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#include "clock.h"
#include "echo.grpc.pb.h"
#include "histogram.h"

namespace
{

constexpr char MESSAGE[] = "hello";
constexpr int WARM_UP = 100;

histogram latencies;

struct Call {
    bench::Timer::Stub *stub;
    std::unique_ptr<grpc::ClientContext> context;
    std::unique_ptr<grpc::ClientAsyncResponseReader<bench::EchoResponse>> reader;
    bench::EchoRequest request;
    bench::EchoResponse reply;
    grpc::Status status;
    std::uint64_t started = 0;

    void start(grpc::CompletionQueue &queue)
    {
        context = std::make_unique<grpc::ClientContext>();
        started = clock_now();
        reader = stub->AsyncEcho(context.get(), request, &queue);
        reader->Finish(&reply, &status, this);
    }
};

// Waits for an answer and returns its call; null if the answer is not as expected.
Call *next(grpc::CompletionQueue &queue)
{
    void *tag = nullptr;
    bool is_ok = false;
    if (!queue.Next(&tag, &is_ok))
        return nullptr;
    auto *call = static_cast<Call *>(tag);
    if (is_ok && call->status.ok() && call->reply.echoed() == MESSAGE)
        return call;
    std::fprintf(stderr, "%s\n", call->status.error_message().c_str());
    return nullptr;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 5) {
        std::fprintf(stderr, "usage: %s unix:PATH CONNECTIONS IN_FLIGHT MILLISECONDS\n", argv[0]);
        return 2;
    }
    const std::size_t connections = std::strtoul(argv[2], nullptr, 10);
    const std::size_t in_flight = std::strtoul(argv[3], nullptr, 10);
    const std::uint64_t duration = std::strtoull(argv[4], nullptr, 10) * 1000000u;

    // Channels to the same address share a connection unless each has its own subchannel pool.
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    grpc::CompletionQueue queue;
    std::vector<std::unique_ptr<bench::Timer::Stub>> stubs;
    for (std::size_t i = 0; i < connections; i++) {
        stubs.push_back(bench::Timer::NewStub(
            grpc::CreateCustomChannel(argv[1], grpc::InsecureChannelCredentials(), arguments)));
    }
    std::vector<Call> calls(connections * in_flight);
    for (std::size_t i = 0; i < calls.size(); i++) {
        calls[i].stub = stubs[i % connections].get();
        calls[i].request.set_message(MESSAGE);
        calls[i].start(queue);
    }
    for (std::size_t i = 0; i < calls.size() + WARM_UP; i++) {
        Call *call = next(queue);
        if (call == nullptr)
            return 1;
        call->start(queue);
    }

    const std::uint64_t cpu = clock_cpu(), began = clock_now();
    std::uint64_t requests = 0, now = began;
    while (now - began < duration || requests == 0) {
        Call *call = next(queue);
        if (call == nullptr)
            return 1;
        now = clock_now();
        histogram_add(&latencies, now - call->started);
        requests++;
        call->start(queue);
    }
    std::printf("{\"answered\": %llu, \"requests\": %llu, \"elapsed\": %llu, \"cpu\": %llu, ",
                static_cast<unsigned long long>(requests + calls.size() + WARM_UP),
                static_cast<unsigned long long>(requests), static_cast<unsigned long long>(now - began),
                static_cast<unsigned long long>(clock_cpu() - cpu));
    histogram_print(&latencies);
    std::printf("}\n");
    for (std::size_t i = 0; i < calls.size(); i++) {
        if (next(queue) == nullptr)
            return 1;
    }
    return 0;
}
