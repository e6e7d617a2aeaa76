/* The library does not change the host's descriptors, environment, locale, working directory or umask. */
#include <fcntl.h>
#include <fenv.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "process.h"
#include "work.h"

#define MOST_DESCRIPTORS 256
#define PATH_SIZE 4096

extern char **environ;

/* The open descriptors, with the files that they refer to. */
typedef struct descriptors {
    bool is_open[MOST_DESCRIPTORS];
    struct stat file[MOST_DESCRIPTORS];
    int flags[MOST_DESCRIPTORS];
} descriptors;

static void list(descriptors *open)
{
    int i;
    for (i = 0; i < MOST_DESCRIPTORS; i++) {
        open->flags[i] = fcntl(i, F_GETFL);
        open->is_open[i] = open->flags[i] >= 0 && fstat(i, &open->file[i]) == 0;
    }
}

static bool are_kept(const descriptors *before, const descriptors *after)
{
    int i;
    for (i = 0; i < MOST_DESCRIPTORS; i++) {
        if (before->is_open[i] &&
            (!after->is_open[i] || before->file[i].st_ino != after->file[i].st_ino ||
             before->file[i].st_dev != after->file[i].st_dev || before->flags[i] != after->flags[i]))
            return false;
    }
    return true;
}

/* Programs that the host starts must not inherit the library's descriptors. */
static bool are_new_ones_closed_on_exec(const descriptors *before, const descriptors *after)
{
    int i;
    for (i = 0; i < MOST_DESCRIPTORS; i++) {
        if (after->is_open[i] && !before->is_open[i] && (fcntl(i, F_GETFD) & FD_CLOEXEC) == 0)
            return false;
    }
    return true;
}

/* The environment as one text, which the caller frees. */
static char *environment(void)
{
    size_t size = 1;
    char **entry, *text;
    for (entry = environ; *entry != NULL; entry++)
        size += strlen(*entry) + 1;
    text = calloc(size, 1);
    for (entry = environ; text != NULL && *entry != NULL; entry++)
        strcat(strcat(text, *entry), "\n");
    return text;
}

static mode_t current_umask(void)
{
    const mode_t mask = umask(0);
    umask(mask);
    return mask;
}

/* Uses the library with stdout and stderr redirected to a file. Returns the size of the file, or -1. */
static long work_overheard(void)
{
    FILE *file = tmpfile();
    const int out = dup(STDOUT_FILENO), err = dup(STDERR_FILENO);
    long size = -1;

    fflush(stdout);
    if (file != NULL && dup2(fileno(file), STDOUT_FILENO) >= 0 && dup2(fileno(file), STDERR_FILENO) >= 0 &&
        work())
        size = (long)lseek(fileno(file), 0, SEEK_END);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    close(out);
    close(err);
    if (file != NULL)
        fclose(file);
    return size;
}

int main(void)
{
    static descriptors before, after;
    char folder[PATH_SIZE], folder_after[PATH_SIZE], *variables, *variables_after = NULL;
    struct rlimit files, files_after;
    const char *name;
    char locale[256];
    int count, rounding;

    setlocale(LC_ALL, "");
    name = setlocale(LC_ALL, NULL);
    snprintf(locale, sizeof locale, "%s", name);
    umask(027);
    fesetround(FE_UPWARD);
    rounding = fegetround();
    getrlimit(RLIMIT_NOFILE, &files);
    variables = environment();
    list(&before);
    if (variables == NULL || !CHECK("the host has a folder", getcwd(folder, sizeof folder) != NULL))
        return check_summary();

    CHECK("the library prints nothing", work_overheard() == 0);

    list(&after);
    CHECK("the host's descriptors are unchanged", are_kept(&before, &after));
    CHECK("the library's descriptors are closed on exec", are_new_ones_closed_on_exec(&before, &after));
    count = process_descriptors();
    CHECK("more calls open no more descriptors", work() && work() && process_descriptors() == count);

    variables_after = environment();
    CHECK("the environment is unchanged", same_text(variables, variables_after));
    CHECK("the locale is unchanged", same_text(locale, setlocale(LC_ALL, NULL)));
    CHECK("the working directory is unchanged",
          getcwd(folder_after, sizeof folder_after) != NULL && same_text(folder, folder_after));
    CHECK("the umask is unchanged", current_umask() == 027);
    CHECK("the limit of descriptors is unchanged",
          getrlimit(RLIMIT_NOFILE, &files_after) == 0 && files_after.rlim_cur == files.rlim_cur);
    CHECK("the rounding mode is unchanged", rounding == FE_UPWARD && fegetround() == rounding);
    free(variables);
    free(variables_after);
    return check_summary();
}
