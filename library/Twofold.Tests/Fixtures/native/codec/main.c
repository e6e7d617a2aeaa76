/* What the codec in C promises, against the tables that it shares with the one in C#. Links no library. */
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
