/* The resources that this process uses. Linux only. */
#ifndef RESOURCES_H
#define RESOURCES_H

#include <stdbool.h>

typedef struct resources {
    long resident_kib;
    long threads;
    long descriptors;
} resources;

/* Returns whether the resources could be read. */
bool resources_read(resources *resources);

#endif
