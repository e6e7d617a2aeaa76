/* A libFuzzer program: TWOFOLD_TARGET is the export that takes the inputs. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum {
    COUNTERS = 1 << 16
};

/* libFuzzer looks for this section, and takes each byte for a branch. */
__attribute__((section("__libfuzzer_extra_counters"))) static uint8_t counters[COUNTERS];

/* From now on branches are counted there; 0 if the library could not start. */
int twofold_fuzz_start(uint8_t *counters, int count);

/* Aborts the process if the bytes do harm. */
void TWOFOLD_TARGET(const uint8_t *bytes, int size);

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    if (twofold_fuzz_start(counters, COUNTERS) != 0)
        return 0;
    fprintf(stderr, "the library could not start\n");
    return 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    TWOFOLD_TARGET(bytes, (int)size);
    return 0;
}
