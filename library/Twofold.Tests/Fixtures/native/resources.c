#include "resources.h"

#include <dirent.h>
#include <stdio.h>
#include <unistd.h>

/* The number of entries in a folder of /proc, or -1. */
static long count_entries(const char *folder)
{
    const struct dirent *entry;
    long count = 0;
    DIR *open = opendir(folder);
    if (open == NULL)
        return -1;
    while ((entry = readdir(open)) != NULL)
        count += entry->d_name[0] != '.';
    closedir(open);
    return count;
}

bool resources_read(resources *resources)
{
    long pages = 0;
    FILE *statm = fopen("/proc/self/statm", "r");
    if (statm == NULL)
        return false;
    const bool is_read = fscanf(statm, "%*s %ld", &pages) == 1;
    fclose(statm);
    resources->resident_kib = pages * (sysconf(_SC_PAGESIZE) / 1024);
    resources->threads = count_entries("/proc/self/task");
    resources->descriptors = count_entries("/proc/self/fd");
    return is_read && resources->threads > 0 && resources->descriptors > 0;
}
