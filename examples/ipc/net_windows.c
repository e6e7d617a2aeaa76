#include <stdio.h>

#include "net_platform.h"

#include <windows.h>

static WSAEVENT stop_event, accept_event;

int net_last_error(void)
{
    return WSAGetLastError();
}

const char *net_error_text(int error)
{
    static char text[256];
    DWORD size = FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, NULL,
                                (DWORD)error, 0, text, sizeof text, NULL);
    while (size > 0 && (text[size - 1] == '\n' || text[size - 1] == '\r' || text[size - 1] == '.'))
        size--;
    text[size] = '\0';
    return text;
}

bool net_would_block(int error)
{
    return error == WSAEWOULDBLOCK;
}

bool net_in_progress(int error)
{
    return error == WSAEWOULDBLOCK;
}

bool net_peer_is_gone(int error)
{
    return error == WSAECONNRESET || error == WSAECONNABORTED || error == WSAESHUTDOWN;
}

void net_set_nonblocking(net_socket socket)
{
    u_long on = 1;
    ioctlsocket(socket, FIONBIO, &on);
}

bool net_start(void)
{
    WSADATA data;
    return WSAStartup(MAKEWORD(2, 2), &data) == 0;
}

void net_close(net_socket socket)
{
    closesocket(socket);
}

static BOOL WINAPI on_stop(DWORD reason)
{
    (void)reason;
    WSASetEvent(stop_event);
    return TRUE;
}

bool net_stop_on_signals(void)
{
    stop_event = WSACreateEvent();
    return stop_event != WSA_INVALID_EVENT && SetConsoleCtrlHandler(on_stop, TRUE);
}

bool net_wait_to_accept(net_socket listener)
{
    WSAEVENT events[2];
    if (accept_event == NULL) {
        accept_event = WSACreateEvent();
        WSAEventSelect(listener, accept_event, FD_ACCEPT);
    }
    events[0] = stop_event;
    events[1] = accept_event;
    if (WSAWaitForMultipleEvents(2, events, FALSE, WSA_INFINITE, FALSE) == WSA_WAIT_EVENT_0)
        return false;
    WSAResetEvent(accept_event);
    return true;
}

void net_wait_to_stop(int milliseconds)
{
    WaitForSingleObject(stop_event, (DWORD)milliseconds);
}

net_socket net_connect_unix(const char *address, int64_t deadline, char error[NET_ERROR_SIZE])
{
    (void)deadline;
    snprintf(error, NET_ERROR_SIZE, "not an address here: %s (use tcp:HOST:PORT)", address);
    return NET_NONE;
}

bool net_listen_unix(net_listener *listener, const char *address, char error[NET_ERROR_SIZE])
{
    (void)listener;
    snprintf(error, NET_ERROR_SIZE, "not an address here: %s (use tcp:HOST:PORT)", address);
    return false;
}

bool net_listen_inherited(net_listener *listener, const char *address, bool allow_remote,
                          char error[NET_ERROR_SIZE])
{
    (void)allow_remote;
    return net_listen_unix(listener, address, error);
}

void net_remove_own_file(const net_listener *listener)
{
    (void)listener;
}
