/* The address space that the first call of a library reserves, and the memory that it uses. */
#include <my_timer.h>

#include "check.h"
#include "process.h"

#define MIB 1024L

int main(void)
{
    const my_timer_config config = {"roomy"};
    const my_timer_echo_request request = {"hello", 1};
    const long reserved = process_virtual_kib(), resident = process_resident_kib();
    my_timer_echo_response reply = {0};
    my_timer *timer = NULL;

    CHECK("the library works", my_timer_create_sync(&config, &timer) == MY_TIMER_OK &&
                                   my_timer_echo_sync(timer, &request, &reply) == MY_TIMER_OK &&
                                   my_timer_destroy(timer) == MY_TIMER_OK);
    my_timer_echo_response_free(&reply);
    CHECK("it reserves less than 1.5 GiB of address space", process_virtual_kib() - reserved < 1536 * MIB);
    CHECK("and uses less than 32 MiB of it", resident > 0 && process_resident_kib() - resident < 32 * MIB);
    return check_summary();
}
