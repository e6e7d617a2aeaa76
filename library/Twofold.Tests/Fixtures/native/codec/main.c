/* Checks the codec in C against the tables that it shares with the codec in C#. Does not link the library. */
#include "check.h"
#include "checks.h"

int main(void)
{
    check_standard();
    check_words();
    check_numbers();
    check_writer();
    check_reader();
    check_memory();
    check_frames();
    check_structs();
    check_depth();
    return check_summary();
}
