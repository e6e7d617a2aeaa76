/* Calls one function of a library as the first of the process, with every argument 0: first_call LIBRARY
 * FUNCTION. */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>

/* More than any function has: an argument that is not looked at does no harm. */
#define ARGUMENTS 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
typedef int64_t function(uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t,
                         uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t,
                         uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t, uintptr_t);

int main(int argc, char **argv)
{
    union {
        void *object;
        function *function;
    } symbol;
    void *library;

    if (argc != 3) {
        fprintf(stderr, "usage: first_call LIBRARY FUNCTION\n");
        return 2;
    }
    library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
    symbol.object = library == NULL ? NULL : dlsym(library, argv[2]);
    if (symbol.object == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }

    /* A status or a number has 32 bits; of a pointer they say enough, whether it is NULL. */
    printf("%d\n", (int)(int32_t)symbol.function(ARGUMENTS));
    return 0;
}
