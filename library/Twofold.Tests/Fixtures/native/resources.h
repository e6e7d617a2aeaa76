/* What the system says that this process uses. Linux only. */
#ifndef RESOURCES_H
#define RESOURCES_H

#include <stdbool.h>

typedef struct resources {
    long resident_kib;
    long threads;
    long descriptors;
} resources;

/* Whether the system could be asked. */
bool resources_read(resources *resources);

#endif
