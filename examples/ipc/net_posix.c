#define _DEFAULT_SOURCE 1 /* POSIX under -std=c11 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "net_platform.h"
#include "thread.h"

static int stop_pipe[2] = {-1, -1};

int net_last_error(void)
{
    return errno;
}

const char *net_error_text(int error)
{
    return strerror(error);
}

bool net_would_block(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

bool net_in_progress(int error)
{
    return error == EINPROGRESS || error == EINTR;
}

bool net_peer_is_gone(int error)
{
    return error == ECONNRESET || error == ECONNABORTED || error == EPIPE;
}

void net_set_nonblocking(net_socket socket)
{
    fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
}

bool net_start(void)
{
    return true;
}

void net_close(net_socket socket)
{
    close(socket);
}

static void on_stop(int number)
{
    int saved = errno;
    ssize_t ignored = write(stop_pipe[1], "", 1);
    (void)number;
    (void)ignored;
    errno = saved;
}

bool net_stop_on_signals(void)
{
    struct sigaction action;
    sigset_t signals;
    if (pipe(stop_pipe) != 0)
        return false;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    memset(&action, 0, sizeof action);
    action.sa_handler = on_stop;
    action.sa_flags = SA_RESTART | (int)SA_RESETHAND;
    /* Also where a shell that started the program with & made it ignore SIGINT, or its parent has blocked
     * them. */
    return sigaction(SIGINT, &action, NULL) == 0 && sigaction(SIGTERM, &action, NULL) == 0 &&
           pthread_sigmask(SIG_UNBLOCK, &signals, NULL) == 0;
}

bool net_wait_to_accept(net_socket listener)
{
    struct pollfd either[2] = {{listener, POLLIN, 0}, {stop_pipe[0], POLLIN, 0}};
    poll(either, 2, -1);
    return either[1].revents == 0;
}

void net_wait_to_stop(int milliseconds)
{
    struct pollfd stop = {stop_pipe[0], POLLIN, 0};
    poll(&stop, 1, milliseconds);
}

static bool unix_address(const char *address, struct sockaddr_un *name, char error[NET_ERROR_SIZE])
{
    const char *path = address + strlen("unix:");
    size_t size = strlen(path);
    memset(name, 0, sizeof *name);
    name->sun_family = AF_UNIX;
    if (size == 0)
        snprintf(error, NET_ERROR_SIZE, "not an address: %s has no path (use unix:PATH)", address);
    else if (size >= sizeof name->sun_path)
        snprintf(error, NET_ERROR_SIZE, "path too long: %s has %zu bytes, a unix socket's path may have %zu",
                 path, size, sizeof name->sun_path - 1);
    if (size == 0 || size >= sizeof name->sun_path)
        return false;
    memcpy(name->sun_path, path, size);
    return true;
}

net_socket net_connect_unix(const char *address, int64_t deadline, char error[NET_ERROR_SIZE])
{
    struct sockaddr_un name;
    struct timeval wait;
    int64_t left = deadline - thread_now_ms();
    net_socket connected;
    if (!unix_address(address, &name, error))
        return NET_NONE;
    connected = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connected != NET_NONE) {
        /* A full queue of a unix socket cannot be polled for, so connect blocks, with a limit. */
        wait.tv_sec = (time_t)(left > 0 ? left / 1000 : 0);
        wait.tv_usec = (suseconds_t)(left > 0 ? left % 1000 * 1000 : 1);
        setsockopt(connected, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
        if (connect(connected, (struct sockaddr *)&name, sizeof name) == 0) {
            net_prepare(connected, false);
            return connected;
        }
    }
    snprintf(error, NET_ERROR_SIZE, "no server at %s (%s)", address,
             net_error_text(net_last_error() == EAGAIN ? NET_TIMED_OUT : net_last_error()));
    if (connected != NET_NONE)
        net_close(connected);
    return NET_NONE;
}

/* Makes sure that the path is free; removes a socket that no server listens on. */
static bool clear_path(const struct sockaddr_un *name, const char *address, char error[NET_ERROR_SIZE])
{
    struct stat found;
    net_socket probe;
    int failure = 0;
    if (lstat(name->sun_path, &found) != 0)
        return true;
    if (!S_ISSOCK(found.st_mode)) {
        snprintf(error, NET_ERROR_SIZE,
                 "not a socket: %s exists and is left alone; remove it or choose another path",
                 name->sun_path);
        return false;
    }
    probe = socket(AF_UNIX, SOCK_STREAM, 0);
    if (probe == NET_NONE) {
        snprintf(error, NET_ERROR_SIZE, "cannot listen on %s: %s", address, net_error_text(net_last_error()));
        return false;
    }
    net_set_nonblocking(probe);
    if (connect(probe, (const struct sockaddr *)name, sizeof *name) != 0)
        failure = net_last_error();
    net_close(probe);
    if (failure == ENOENT || (failure == ECONNREFUSED && unlink(name->sun_path) == 0))
        return true;
    /* Connected, or EAGAIN: alive with a full queue. Anything else leaves it in doubt, and so in place. */
    snprintf(error, NET_ERROR_SIZE, "address in use: %s", address);
    return false;
}

/* Lets one server at a time start on a path: one that has bound it and does not listen yet looks dead. */
typedef struct start_lock {
    char path[128]; /* beside the socket's */
    int file;       /* -1: none could be had, and the server starts without */
} start_lock;

/* False: another server is starting there. */
static bool take_start_lock(start_lock *lock, const char *path)
{
    struct stat opened, named;
    bool ours = true, locked = true, busy = false;
    snprintf(lock->path, sizeof lock->path, "%s.starting", path);
    while (ours && locked) {
        lock->file = open(lock->path, O_RDWR | O_CREAT | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC, 0600);
        ours = lock->file >= 0 && fstat(lock->file, &opened) == 0 && opened.st_uid == geteuid() &&
               opened.st_size == 0;
        locked = ours && flock(lock->file, LOCK_EX | LOCK_NB) == 0;
        busy = ours && !locked && errno == EWOULDBLOCK;
        /* The last one who had the lock has removed its file, which then no longer keeps anyone out. */
        if (locked && lstat(lock->path, &named) == 0 && named.st_dev == opened.st_dev &&
            named.st_ino == opened.st_ino)
            return true;
        if (lock->file >= 0)
            close(lock->file);
        lock->file = -1;
    }
    return !busy;
}

static void release_start_lock(const start_lock *lock)
{
    if (lock->file < 0)
        return;
    unlink(lock->path);
    close(lock->file);
}

/* Binds a path that is free, and listens. */
static bool bind_path(net_listener *listener, const struct sockaddr_un *name, const char *address,
                      char error[NET_ERROR_SIZE])
{
    struct stat made;
    net_socket attempt = socket(AF_UNIX, SOCK_STREAM, 0);
    mode_t mask;
    bool bound;
    int failure;
    /* The mask makes the file 0600 from its first moment; chmod would come too late. */
    mask = umask(0177);
    bound = attempt != NET_NONE && bind(attempt, (const struct sockaddr *)name, sizeof *name) == 0;
    umask(mask);
    if (bound && lstat(name->sun_path, &made) == 0) {
        snprintf(listener->path, sizeof listener->path, "%s", name->sun_path);
        snprintf(listener->address, sizeof listener->address, "%s", address);
        listener->device = (uint64_t)made.st_dev;
        listener->inode = (uint64_t)made.st_ino;
        listener->socket = attempt;
        net_set_nonblocking(attempt);
        if (listen(attempt, SOMAXCONN) == 0)
            return true;
    }
    failure = net_last_error();
    if (failure == NET_ADDRESS_IN_USE)
        snprintf(error, NET_ERROR_SIZE, "address in use: %s", address);
    else if (failure == ENOENT)
        snprintf(error, NET_ERROR_SIZE, "no such directory: %.*s (for %s)",
                 (int)(strrchr(name->sun_path, '/') - name->sun_path), name->sun_path, address);
    else
        snprintf(error, NET_ERROR_SIZE, "cannot listen on %s: %s", address, net_error_text(failure));
    if (listener->socket != NET_NONE)
        net_listener_close(listener);
    else if (attempt != NET_NONE)
        net_close(attempt);
    return false;
}

bool net_listen_unix(net_listener *listener, const char *address, char error[NET_ERROR_SIZE])
{
    struct sockaddr_un name;
    start_lock lock;
    bool started;
    if (!unix_address(address, &name, error))
        return false;
    if (!take_start_lock(&lock, name.sun_path)) {
        snprintf(error, NET_ERROR_SIZE, "address in use: %s", address);
        return false;
    }
    started = clear_path(&name, address, error) && bind_path(listener, &name, address, error);
    release_start_lock(&lock);
    return started;
}

/* The number of fd:N; -1 if it is not one. */
static int parse_descriptor(const char *address)
{
    const char *digit = address + strlen("fd:");
    int64_t number = 0;
    if (*digit == '\0')
        return -1;
    for (; *digit >= '0' && *digit <= '9' && number <= INT_MAX; digit++)
        number = number * 10 + (*digit - '0');
    return *digit == '\0' && number <= INT_MAX ? (int)number : -1;
}

static bool listens(int descriptor)
{
    int type = 0, listening = 0;
    socklen_t type_size = sizeof type, listening_size = sizeof listening;
    return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &type_size) == 0 && type == SOCK_STREAM &&
           getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listening, &listening_size) == 0 &&
           listening != 0;
}

bool net_listen_inherited(net_listener *listener, const char *address, bool allow_remote,
                          char error[NET_ERROR_SIZE])
{
    int descriptor = parse_descriptor(address);
    struct sockaddr_un name;
    socklen_t size = sizeof name;
    if (descriptor < 0) {
        snprintf(error, NET_ERROR_SIZE,
                 "not an address: %s (use fd:N, with the number of a descriptor that listens)", address);
        return false;
    }
    memset(&name, 0, sizeof name);
    if (!listens(descriptor) || getsockname(descriptor, (struct sockaddr *)&name, &size) != 0) {
        snprintf(error, NET_ERROR_SIZE, "cannot listen on fd:%d: it is not a stream socket that listens",
                 descriptor);
        return false;
    }
    listener->is_tcp = name.sun_family != AF_UNIX;
    if (listener->is_tcp && !allow_remote && !net_is_local(descriptor)) {
        net_refuse_remote(address, error);
        return false;
    }
    /* The path stays empty: the file belongs to the process that bound the socket. */
    if (listener->is_tcp)
        net_real_address(descriptor, listener->address, sizeof listener->address);
    else
        snprintf(listener->address, sizeof listener->address, "unix:%.*s", (int)sizeof name.sun_path,
                 name.sun_path);
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    net_set_nonblocking(descriptor);
    listener->socket = descriptor;
    return true;
}

void net_remove_own_file(const net_listener *listener)
{
    struct stat found;
    if (listener->path[0] != '\0' && lstat(listener->path, &found) == 0 &&
        (uint64_t)found.st_dev == listener->device && (uint64_t)found.st_ino == listener->inode)
        unlink(listener->path);
}
