/* Sockets that the process inherits open, as systemd passes them: sd_listen_fds(3). */
#ifndef EXAMPLES_ACTIVATION_H
#define EXAMPLES_ACTIVATION_H

/** The address of the first socket that was passed to this process, or NULL if there is none. */
const char *activation_address(void);

#endif
