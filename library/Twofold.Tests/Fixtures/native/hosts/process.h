/* Information about this process from /proc. */
#ifndef PROCESS_H
#define PROCESS_H

#include <stddef.h>

/* The number of threads. */
int process_threads(void);

/* The number of open descriptors. */
int process_descriptors(void);

/* Resident memory, in KiB. */
long process_resident_kib(void);

/* Address space in use, in KiB. */
long process_virtual_kib(void);

#endif
