/* Calls one function of a library as the first call of the process, with all arguments 0: first_call LIBRARY
 * FUNCTION. */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>

/* More parameters than any function has. Extra arguments are ignored. */
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

    /* A status or a number has 32 bits. For a pointer they are enough to tell whether it is NULL. */
    printf("%d\n", (int)(int32_t)symbol.function(ARGUMENTS));
    return 0;
}
