/* Calls a library whose types include one that was added by the recipe, through both ABIs. */
#include <clock_sample_cbor.h>
#include <inttypes.h>
#include <stdio.h>

static void print_lap(clock_sample_status status, const uint8_t *body, size_t size, void *user_data)
{
    clock_sample_cbor_memory memory = clock_sample_cbor_memory_growable();
    clock_sample_cbor_reader reader = clock_sample_cbor_reader_init(body, size, &memory);
    clock_sample_lap lap;
    (void)user_data;
    if (status == CLOCK_SAMPLE_OK && clock_sample_better_cbor_reply(&reader, &lap))
        printf("cbor: %" PRId64 ", best %d %" PRId64 "\n", lap.time, lap.has_best, lap.best);
    clock_sample_cbor_memory_free(&memory);
}

int main(void)
{
    clock_sample *timer = NULL;
    clock_sample_lap lap = {.time = 70, .has_best = true, .best = 60};
    clock_sample_lap better = {0};
    const int64_t others[] = {90, 50};
    int64_t twice = 0;
    clock_sample_cbor_writer writer = clock_sample_cbor_writer_growable();

    if (clock_sample_create_sync(&timer) != CLOCK_SAMPLE_OK)
        return 1;
    if (clock_sample_twice_sync(timer, 21, &twice) == CLOCK_SAMPLE_OK)
        printf("native: %" PRId64 "\n", twice);
    if (clock_sample_better_sync(timer, &lap, others, 2, &better) == CLOCK_SAMPLE_OK)
        printf("native: %" PRId64 ", best %d %" PRId64 "\n", better.time, better.has_best, better.best);
    clock_sample_better_cbor_request(&writer, &lap, others, 2);
    clock_sample_better_cbor(timer, writer.data, writer.size, print_lap, NULL);
    clock_sample_cbor_writer_free(&writer);
    clock_sample_lap_free(&better);
    return clock_sample_destroy(timer) == CLOCK_SAMPLE_OK ? 0 : 1;
}
