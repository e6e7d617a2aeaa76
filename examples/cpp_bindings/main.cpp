// Calls every method of a timer in this process: values in, values out, nothing to free.
#include <chrono>
#include <future>
#include <iomanip>
#include <iostream>
#include <my_timer.hpp>
#include <sstream>

using namespace twofold::my_timer;
using namespace std::chrono_literals;

static int values, mismatches;

template <typename T> static void show(const std::string &name, const std::string &expected, const T &value)
{
    std::ostringstream text;
    text << std::boolalpha << value;
    std::cout << "[c++ in process] " << std::left << std::setw(27) << name << " = " << text.str() << '\n';
    values++;
    if (text.str() != expected) {
        std::cerr << "[c++ in process] mismatch: " << name << " is not \"" << expected << "\"\n";
        mismatches++;
    }
}

/* What comes from another thread must come in time. */
template <typename T> static T arrived(std::future<T> future)
{
    if (future.wait_for(10s) != std::future_status::ready)
        throw std::runtime_error{"nothing came within 10 seconds"};
    return future.get();
}

static void call_everything()
{
    auto timer = MyTimer::create({"c-demo"});

    // Every method has three forms: it waits, it returns a future, or it takes a callback.
    show("version", std::string{MyTimer::timer_version}, arrived(timer.version_async()));
    show("lib_version", "my_timer 0.1.0", MyTimer::lib_version());

    // The listener runs on any thread, as long as the subscription is there.
    std::promise<std::string> fired;
    const auto subscription =
        timer.on_echo_fired([&](const EchoEvent &event) { fired.set_value(event.message); });
    const auto echo = timer.echo({"hello in process", 10});
    show("echo.echoed", "hello in process", echo.echoed);
    show("echo.timerName", "c-demo", echo.timer_name);
    show("on_echo_fired.message", "hello in process", arrived(fired.get_future()));

    ComplexRequest request;
    request.messages = {{"one"}, {"two"}};
    request.tags = {"a", "b"};
    request.retries = 3;
    const auto complex = timer.complex(request);
    show("complex.summary", "received 2 messages, note=<none>, retries=3", complex.summary);
    show("complex.itemCount", "2", complex.item_count);
    show("complex.hasNote", "false", complex.has_note);

    const auto plan = timer.schedule({"nightly", {"dump", "upload"}, Priority::High}, {3, 500, {"timeout"}},
                                     {1000, 5000, 15});
    show("schedule.jobId", "c-demo:nightly", plan.job_id);
    show("schedule.willRunCount", "12", plan.will_run_count);
    show("schedule.firstRunAtMs", "1015", plan.first_run_at_ms);
    show("schedule.effectiveBackoffMs", "250", plan.effective_backoff_ms);
    show("schedule.priority", "high", plan.priority == Priority::High ? "high" : "another");

    // A callback gets a value or an error; the other two forms throw the error.
    const auto promise = std::make_shared<std::promise<Outcome<EchoResponse>>>();
    timer.echo_async({"hello", MyTimer::max_delay_ms + 1},
                     [promise](auto outcome) { promise->set_value(std::move(outcome)); });
    const auto refused = arrived(promise->get_future());
    if (refused)
        throw std::runtime_error{"a delay that is too long was not refused"};
    const auto &error = refused.error();
    show("refused.status", "1 (ERROR)",
         std::to_string(static_cast<int>(error.status())) + " (" + to_string(error.status()) + ")");
    show("refused.message", "delayMs must be between 0 and 5000, got 5001", error.what());
}

int main()
{
    try {
        call_everything();
    } catch (const std::exception &error) {
        std::cerr << "[c++ in process] error: " << error.what() << '\n';
        return 1;
    }
    std::cout << "[c++ in process] " << std::setw(27) << "ok"
              << " = " << values << " values, " << mismatches << " mismatches\n";
    return mismatches == 0 ? 0 : 1;
}
