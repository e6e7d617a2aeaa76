/*
 * A thread of the host must not end inside the library, where it may hold locks that others wait for.
 * pthread_cancel takes effect in certain functions of libc. Those that a call may reach on the host's thread
 * are linked through these (--wrap), which put it off until the thread is back in the host. Functions that
 * only the library's own threads call are left alone.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <grp.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#define UNCANCELLED(type, name, parameters, arguments)                                                       \
    type __real_##name parameters;                                                                           \
    type __wrap_##name parameters                                                                            \
    {                                                                                                        \
        int state;                                                                                           \
        pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state);                                              \
        type result = __real_##name arguments;                                                               \
        pthread_setcancelstate(state, &state);                                                               \
        return result;                                                                                       \
    }

UNCANCELLED(int, pthread_cond_wait, (pthread_cond_t * condition, pthread_mutex_t *mutex), (condition, mutex))
UNCANCELLED(int, pthread_cond_timedwait,
            (pthread_cond_t * condition, pthread_mutex_t *mutex, const struct timespec *end),
            (condition, mutex, end))
UNCANCELLED(int, clock_nanosleep,
            (clockid_t clock, int flags, const struct timespec *time, struct timespec *left),
            (clock, flags, time, left))
UNCANCELLED(int, nanosleep, (const struct timespec *time, struct timespec *left), (time, left))

UNCANCELLED(int, open, (const char *path, int flags, mode_t mode), (path, flags, mode))
UNCANCELLED(int, close, (int descriptor), (descriptor))
UNCANCELLED(int, fcntl, (int descriptor, int command, void *argument), (descriptor, command, argument))
UNCANCELLED(int, flock, (int descriptor, int operation), (descriptor, operation))
UNCANCELLED(ssize_t, read, (int descriptor, void *bytes, size_t size), (descriptor, bytes, size))
UNCANCELLED(ssize_t, write, (int descriptor, const void *bytes, size_t size), (descriptor, bytes, size))
UNCANCELLED(int, poll, (struct pollfd * descriptors, nfds_t count, int timeout),
            (descriptors, count, timeout))
UNCANCELLED(int, connect, (int descriptor, const struct sockaddr *address, socklen_t size),
            (descriptor, address, size))
UNCANCELLED(int, unlink, (const char *path), (path))
UNCANCELLED(int, fclose, (FILE * file), (file))
UNCANCELLED(DIR *, opendir, (const char *path), (path))
UNCANCELLED(int, closedir, (DIR * folder), (folder))
UNCANCELLED(int, getaddrinfo,
            (const char *host, const char *port, const struct addrinfo *hints, struct addrinfo **found),
            (host, port, hints, found))
UNCANCELLED(int, getgrnam_r,
            (const char *name, struct group *group, char *buffer, size_t size, struct group **found),
            (name, group, buffer, size, found))

#ifdef __GLIBC__
UNCANCELLED(int, open64, (const char *path, int flags, mode_t mode), (path, flags, mode))
UNCANCELLED(ssize_t, pread64, (int descriptor, void *bytes, size_t size, off_t offset),
            (descriptor, bytes, size, offset))
UNCANCELLED(FILE *, fopen64, (const char *path, const char *mode), (path, mode))
UNCANCELLED(struct dirent64 *, readdir64, (DIR * folder), (folder))
#endif
