/* Prints one line for each check. The exit code says whether all checks passed. */
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

/* Returns whether the check passed. */
bool check(bool holds, const char *what, const char *file, int line);

/* Whether two texts are equal and not NULL. */
bool same_text(const char *left, const char *right);

/* Whether two texts are equal, or both are NULL. */
bool same_optional_text(const char *left, const char *right);

bool same_bytes(const uint8_t *left, size_t left_size, const uint8_t *right, size_t right_size);

/* Whether two floats have the same bits. All NaNs are equal. */
bool same_float(float left, float right);
bool same_double(double left, double right);

/* The exit code: 0 if all checks passed. */
int check_summary(void);

#ifdef __cplusplus
}
#endif

#endif
