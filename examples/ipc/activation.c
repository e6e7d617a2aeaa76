#include "activation.h"

#include <stddef.h>

#ifdef _WIN32

const char *activation_address(void)
{
    return NULL;
}

#else

#include <stdlib.h>
#include <unistd.h>

/* The number that a variable holds; 0 if it holds anything else. */
static long number_in(const char *variable)
{
    const char *text = getenv(variable);
    char *end;
    long number;
    if (text == NULL || *text == '\0')
        return 0;
    number = strtol(text, &end, 10);
    return *end == '\0' ? number : 0;
}

const char *activation_address(void)
{
    /* The process id shows whether the variables are for this process or inherited from its parent. */
    return number_in("LISTEN_PID") == (long)getpid() && number_in("LISTEN_FDS") >= 1 ? "fd:3" : NULL;
}

#endif
