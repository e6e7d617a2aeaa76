/* What is the host's own is as it was after the library has worked: descriptors, environment, locale, folder,
 * umask. */
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

/* The descriptors that were open, by what they are. */
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

/* What the library opens must not go on into the programs that the host starts. */
static bool are_new_ones_closed_on_exec(const descriptors *before, const descriptors *after)
{
    int i;
    for (i = 0; i < MOST_DESCRIPTORS; i++) {
        if (after->is_open[i] && !before->is_open[i] && (fcntl(i, F_GETFD) & FD_CLOEXEC) == 0)
            return false;
    }
    return true;
}

/* The environment as one text, to be freed. */
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

/* Works with both outputs led into a file; how much has come there, or -1. */
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

    CHECK("it works without a word", work_overheard() == 0);

    list(&after);
    CHECK("the host's descriptors are what they were", are_kept(&before, &after));
    CHECK("what the library keeps open is closed on exec", are_new_ones_closed_on_exec(&before, &after));
    count = process_descriptors();
    CHECK("more work opens no more", work() && work() && process_descriptors() == count);

    variables_after = environment();
    CHECK("the environment is as it was", same_text(variables, variables_after));
    CHECK("the locale is as it was", same_text(locale, setlocale(LC_ALL, NULL)));
    CHECK("the folder is as it was",
          getcwd(folder_after, sizeof folder_after) != NULL && same_text(folder, folder_after));
    CHECK("the umask is as it was", current_umask() == 027);
    CHECK("the limit of descriptors is as it was",
          getrlimit(RLIMIT_NOFILE, &files_after) == 0 && files_after.rlim_cur == files.rlim_cur);
    CHECK("the rounding mode is as it was", rounding == FE_UPWARD && fegetround() == rounding);
    free(variables);
    free(variables_after);
    return check_summary();
}
