#include "process.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

static int entries(const char *folder)
{
    DIR *directory = opendir(folder);
    int count = 0;
    if (directory == NULL)
        return -1;
    for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory))
        count += entry->d_name[0] != '.' ? 1 : 0;
    closedir(directory);
    return count;
}

static long status_line(const char *name)
{
    char line[256];
    long value = -1;
    FILE *file = fopen("/proc/self/status", "r");
    if (file == NULL)
        return -1;
    while (value < 0 && fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, name, strlen(name)) == 0)
            sscanf(line + strlen(name), ": %ld kB", &value);
    }
    fclose(file);
    return value;
}

int process_threads(void)
{
    return entries("/proc/self/task");
}

int process_descriptors(void)
{
    /* Do not count the descriptor that reads the folder. */
    return entries("/proc/self/fd") - 1;
}

long process_resident_kib(void)
{
    return status_line("VmRSS");
}

long process_virtual_kib(void)
{
    return status_line("VmSize");
}
