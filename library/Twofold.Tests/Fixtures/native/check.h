/* One line for each thing that is checked; the exit code says whether all of them held. */
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Prints "ok WHAT" or "FAILED WHAT (file:line)". */
#define CHECK(what, holds) check((holds), (what), __FILE__, __LINE__)

/* Returns whether it held. */
bool check(bool holds, const char *what, const char *file, int line);

/* Whether two texts are there and the same. */
bool same_text(const char *left, const char *right);

/* Whether both are missing, or there and the same. */
bool same_optional_text(const char *left, const char *right);

bool same_bytes(const uint8_t *left, size_t left_size, const uint8_t *right, size_t right_size);

/* Whether two floats are the same to the bit; one NaN is as good as another. */
bool same_float(float left, float right);
bool same_double(double left, double right);

/* The exit code: 0 if everything held. */
int check_summary(void);

#ifdef __cplusplus
}
#endif

#endif
