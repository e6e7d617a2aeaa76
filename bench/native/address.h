/* unix:PATH and tcp:127.0.0.1:PORT, for the programs of the bench. */
#ifndef BENCH_ADDRESS_H
#define BENCH_ADDRESS_H

#define ADDRESS_SIZE 160

/** A listening, non-blocking socket, and the address with its real port in `actual`; -1 and errno on failure.
 */
int address_listen(const char *address, char actual[ADDRESS_SIZE]);

/** A connected, blocking socket; -1 and errno on failure. */
int address_connect(const char *address);

#endif
