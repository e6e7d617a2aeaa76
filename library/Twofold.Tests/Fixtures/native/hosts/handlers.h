/* The handlers of a host that has one for every signal. */
#ifndef HANDLERS_H
#define HANDLERS_H

#include <signal.h>
#include <stdbool.h>

/* The signals that have names; those behind them are realtime signals. */
#define LAST_NAMED SIGSYS

/* Whether the library takes the signal at its first call, as docs/c-abi.md says. */
bool is_taken(int signal);

/* Installs the host's handler, for one signal or for all that can have one. */
void install(int signal);
void install_all(void);

bool has_handler(int signal, void (*handler)(int));

/* Whether every handler is as it was installed, but those of the signals that the library takes. */
bool are_as_installed(void);

/* Whether the host's handler, and no other, runs when the signal is raised. */
bool reaches_host(int signal);

/* Whether the host's handler has run since the last question. */
bool has_handled(void);

#endif
