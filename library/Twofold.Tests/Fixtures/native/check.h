/* One line for each thing that is checked; the exit code says whether all of them held. */
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Prints "ok WHAT" or "FAILED WHAT (file:line)". */
#define CHECK(what, holds) check((holds), (what), __FILE__, __LINE__)

/* Returns whether it held. */
bool check(bool holds, const char *what, const char *file, int line);

/* Whether two texts are there and the same. */
bool same_text(const char *left, const char *right);

/* The exit code: 0 if everything held. */
int check_summary(void);

#ifdef __cplusplus
}
#endif

#endif
