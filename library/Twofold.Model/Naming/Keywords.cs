using System.Collections.Generic;

namespace Twofold.Model.Naming;

/// <summary>Lower-case names that members, parameters and functions cannot have in C and C++.</summary>
public static class Keywords
{
    /// <summary>Macros of headers that C++ does not have, such as complex.h.</summary>
    private static readonly HashSet<string> s_onlyC = [.. Words("complex imaginary noreturn")];

    private static readonly HashSet<string> s_both =
    [
        // The keywords of C11, C23 and C++20, and the reserved spellings of their compilers.
        .. Words("""
            alignas alignof and and_eq asm atomic_cancel atomic_commit atomic_noexcept auto bitand bitor bool break case catch char
            char16_t char32_t char8_t class co_await co_return co_yield compl concept const const_cast consteval constexpr constinit
            continue contract_assert decltype default delete do double dynamic_cast else enum explicit export extern false float for
            fortran friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private
            protected public reflexpr register reinterpret_cast requires restrict return short signed sizeof static static_assert
            static_cast struct switch synchronized template this thread_local throw true try typedef typeid typename typeof
            typeof_unqual union unsigned using virtual void volatile wchar_t while xor xor_eq
            """),

        // Types of the standard headers: a parameter of the same name hides the type from the parameters after it.
        .. Words("""
            blkcnt_t blksize_t clock_t clockid_t dev_t div_t double_t float_t fpos_t gid_t ino_t int16_t int32_t int64_t int8_t
            int_fast16_t int_fast32_t int_fast64_t int_fast8_t int_least16_t int_least32_t int_least64_t int_least8_t intmax_t
            intptr_t jmp_buf key_t ldiv_t lldiv_t max_align_t mbstate_t mode_t nlink_t nullptr_t off_t pid_t pthread_t ptrdiff_t
            rsize_t sig_atomic_t sigset_t size_t socklen_t ssize_t suseconds_t time_t timer_t uid_t uint16_t uint32_t uint64_t uint8_t
            uint_fast16_t uint_fast32_t uint_fast64_t uint_fast8_t uint_least16_t uint_least32_t uint_least64_t uint_least8_t
            uintmax_t uintptr_t useconds_t va_list wctrans_t wctype_t wint_t
            """),

        // Macros of the C library, POSIX and the Windows headers, and those that compilers define.
        .. Words("""
            alloca assert basename cdecl d_fileno environ errno far h_addr h_errno howmany htonl htons huge hyper i386
            ifa_broadaddr ifa_dstaddr interface linux major makedev math_errhandling max min minor mips near no_argument
            ntohl ntohs offsetof optional_argument pascal powerof2 required_argument roundup s6_addr s6_addr16 s6_addr32
            sa_handler sa_sigaction sched_priority setjmp si_addr si_band si_fd si_int si_overrun si_pid si_ptr si_status si_stime
            si_timerid si_uid si_utime si_value sigev_notify_attributes sigev_notify_function sigmask signbit sigsetjmp small sparc
            st_atime st_ctime st_mtime stdcall stderr stdin stdout strdupa strndupa sun thiscall unix unreachable ut_addr ut_name
            ut_time ut_xtime va_arg va_copy va_end va_start vax
            """),
    ];

    /// <summary>Whether a header for C and C++ cannot use the name. Names with two leading underscores belong to the compiler.</summary>
    public static bool Contains(string name) => s_onlyC.Contains(name) || ContainsInCpp(name);

    /// <summary>Whether a header for C++ alone cannot use the name.</summary>
    public static bool ContainsInCpp(string name) => s_both.Contains(name) || name.StartsWith("__", System.StringComparison.Ordinal);

    private static string[] Words(string lines) => lines.Split([' ', '\n'], System.StringSplitOptions.RemoveEmptyEntries);
}
