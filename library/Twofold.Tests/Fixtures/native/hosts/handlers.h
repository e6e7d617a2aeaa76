/* Handlers of a host for every signal. */
#ifndef HANDLERS_H
#define HANDLERS_H

#include <signal.h>
#include <stdbool.h>

/* The signals that have names. Higher numbers are realtime signals. */
#define LAST_NAMED SIGSYS

/* Whether the library handles the signal after its first call, as documented in docs/c-abi.md. */
bool is_taken(int signal);

/* Installs the host's handler for one signal, or for all signals that can have one. */
void install(int signal);
void install_all(void);

bool has_handler(int signal, void (*handler)(int));

/* Whether no handler has changed except those of signals that the library handles. */
bool are_as_installed(void);

/* Whether only the host's handler runs when the signal is raised. */
bool reaches_host(int signal);

/* Whether the host's handler has run since the last call. */
bool has_handled(void);

#endif
