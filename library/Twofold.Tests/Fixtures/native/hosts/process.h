/* What the kernel says about this process, from /proc. */
#ifndef PROCESS_H
#define PROCESS_H

#include <stddef.h>

/* Threads that run. */
int process_threads(void);

/* Descriptors that are open. */
int process_descriptors(void);

/* Memory that is resident, in KiB. */
long process_resident_kib(void);

/* Address space that is taken, in KiB. */
long process_virtual_kib(void);

#endif
