/* Threads that load the library, call it, unload it and exit: unload LIBRARY. */
#include <dlfcn.h>
#include <my_timer.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>

#include "check.h"

#define ROUNDS 8

static const char *path;

/* The functions of the library that a visit calls, looked up by name. */
typedef struct functions {
    my_timer_status (*create_sync)(const my_timer_config *config, my_timer **created);
    my_timer_status (*version_sync)(my_timer *timer, char **reply);
    my_timer_status (*echo_sync)(my_timer *timer, const my_timer_echo_request *req,
                                 my_timer_echo_response *reply);
    void (*echo_response_free)(my_timer_echo_response *reply);
    void (*string_free)(char *text);
    my_timer_status (*destroy)(my_timer *timer);
} functions;

static bool find(void *library, functions *found)
{
    *(void **)&found->create_sync = dlsym(library, "my_timer_create_sync");
    *(void **)&found->version_sync = dlsym(library, "my_timer_version_sync");
    *(void **)&found->echo_sync = dlsym(library, "my_timer_echo_sync");
    *(void **)&found->echo_response_free = dlsym(library, "my_timer_echo_response_free");
    *(void **)&found->string_free = dlsym(library, "my_timer_string_free");
    *(void **)&found->destroy = dlsym(library, "my_timer_destroy");
    return found->create_sync != NULL && found->version_sync != NULL && found->echo_sync != NULL &&
           found->echo_response_free != NULL && found->string_free != NULL && found->destroy != NULL;
}

static bool visit(void)
{
    const my_timer_config config = {"visitor"};
    const my_timer_echo_request request = {"there and back", 1};
    my_timer_echo_response reply = {0};
    functions call;
    my_timer *timer = NULL;
    char *version = NULL;
    bool is_fine = false;
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);

    if (library == NULL || !find(library, &call))
        return false;
    if (call.create_sync(&config, &timer) == MY_TIMER_OK &&
        call.version_sync(timer, &version) == MY_TIMER_OK &&
        call.echo_sync(timer, &request, &reply) == MY_TIMER_OK)
        is_fine = same_text(version, MY_TIMER_TIMER_VERSION) && same_text(reply.echoed, request.message) &&
                  call.destroy(timer) == MY_TIMER_OK;
    call.string_free(version);
    call.echo_response_free(&reply);
    return dlclose(library) == 0 && is_fine;
}

static void *visit_on_a_thread(void *argument)
{
    (void)argument;
    return visit() ? &path : NULL;
}

int main(int argc, char **argv)
{
    pthread_t thread;
    void *outcome = NULL;
    int round, fine = 0;

    path = argc == 2 ? argv[1] : "";
    for (round = 0; round < ROUNDS; round++) {
        if (pthread_create(&thread, NULL, visit_on_a_thread, NULL) == 0 &&
            pthread_join(thread, &outcome) == 0 && outcome != NULL)
            fine++;
    }
    CHECK("threads load, call, unload and exit", fine == ROUNDS);
    CHECK("afterwards the first thread does the same", visit());
    return check_summary();
}
