#include "work.h"

#include <arpa/inet.h>
#include <fixtures.h>
#include <fixtures_cbor.h>
#include <my_timer.h>
#include <my_timer_cbor.h>
#include <netinet/in.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "check.h"

static void count_event(const my_timer_echo_event *event, void *user_data)
{
    if (event->message != NULL)
        atomic_fetch_add((atomic_int *)user_data, 1);
}

static void count_reply(my_timer_status status, const uint8_t *body, size_t size, void *user_data)
{
    if (status == MY_TIMER_OK && body != NULL && size > 0)
        atomic_fetch_add((atomic_int *)user_data, 1);
}

/* Sends a version request, checks the reply, and disconnects in the middle of a frame. */
static bool be_a_client(const char *address)
{
    static const unsigned char request[] = {0,   0,   0, 7, 'v', 'e', 'r',  's', 'i',
                                            'o', 'n', 0, 0, 0,   1,   0xa0, 0,   0};
    unsigned char status[4] = {1};
    struct sockaddr_in peer = {0};
    bool is_fine = false;
    int connection = socket(AF_INET, SOCK_STREAM, 0);
    const char *port = strrchr(address, ':');

    if (connection < 0 || port == NULL)
        return false;
    peer.sin_family = AF_INET;
    peer.sin_port = htons((uint16_t)atoi(port + 1));
    peer.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(connection, (struct sockaddr *)&peer, sizeof peer) == 0 &&
        send(connection, request, sizeof request, 0) == (ssize_t)sizeof request &&
        recv(connection, status, sizeof status, MSG_WAITALL) == (ssize_t)sizeof status)
        is_fine = status[0] == 0 && status[3] == MY_TIMER_OK;
    close(connection);
    return is_fine;
}

static bool serve(my_timer *timer)
{
    my_timer_server_options options = MY_TIMER_SERVER_OPTIONS_INIT;
    my_timer_server *server = NULL;
    bool is_served;

    options.address = "tcp:127.0.0.1:0";
    if (my_timer_server_start(timer, &options, &server) != MY_TIMER_OK)
        return false;
    is_served = be_a_client(my_timer_server_address(server));
    return my_timer_server_stop(server) == MY_TIMER_OK && is_served;
}

static bool fail(void)
{
    my_timer_server_options nowhere = MY_TIMER_SERVER_OPTIONS_INIT;
    my_timer_server *server = NULL;
    fixtures *context = NULL;
    int32_t number;
    bool is_refused;

    if (fixtures_create_sync(&context) != FIXTURES_OK)
        return false;
    nowhere.address = "unix:/no/such/folder/socket";
    is_refused = fixtures_crash_sync(context, &number) == FIXTURES_INTERNAL &&
                 fixtures_fail_sync(context, "as expected", &number) == FIXTURES_ERROR &&
                 fixtures_fail_sync(context, "\xff", &number) == FIXTURES_INVALID_ARGUMENT &&
                 fixtures_add_later_sync(NULL, 1, 2, &number) == FIXTURES_INVALID_HANDLE &&
                 my_timer_server_start((my_timer *)context, &nowhere, &server) == MY_TIMER_INVALID_HANDLE;
    return fixtures_destroy(context) == FIXTURES_OK && is_refused;
}

bool work(void)
{
    static const uint8_t no_parameters[] = {0xa0};
    const my_timer_config config = {"guest"};
    const my_timer_echo_request request = {"hello", 5};
    my_timer_echo_response reply = {0};
    my_timer *timer = NULL;
    atomic_int events = 0, replies = 0;
    bool is_fine = false;

    if (my_timer_create_sync(&config, &timer) != MY_TIMER_OK)
        return false;
    if (my_timer_add_on_echo_fired_listener(timer, count_event, &events, NULL) == MY_TIMER_OK &&
        my_timer_echo_sync(timer, &request, &reply) == MY_TIMER_OK &&
        my_timer_version_cbor(timer, no_parameters, sizeof no_parameters, count_reply, &replies) ==
            MY_TIMER_OK)
        is_fine = same_text(reply.echoed, "hello") && serve(timer) && fail();
    my_timer_echo_response_free(&reply);

    /* No callback runs after this. */
    return my_timer_destroy(timer) == MY_TIMER_OK && is_fine && atomic_load(&events) == 1 &&
           atomic_load(&replies) == 1;
}
