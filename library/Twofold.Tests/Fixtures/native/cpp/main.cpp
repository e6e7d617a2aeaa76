// Calls everything that the fixtures export, through the C++ wrapper.
#include "checks.hpp"

int main()
{
    try {
        auto context = fx::Fixtures::create();
        HOLDS("create", context.native_handle() != nullptr);

        check_constants();
        check_scalars(context);
        check_framework_types(context);
        check_texts(context);
        check_bytes(context);
        check_collections(context);
        check_lists(context);
        check_optionals(context);
        check_records(context);
        check_methods(context);
        check_callbacks(context);
        check_futures(context);
        check_counts(context);
        check_turnstile(context);
        check_events(context);
        check_subscriptions();
        check_objects(context);
        check_refusals(context);
        check_servers(context);
        check_log(context);
    } catch (const std::exception &error) {
        HOLDS(error.what(), false);
    }
    return check_summary();
}
