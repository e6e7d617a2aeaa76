using System.Collections.Generic;
using System.Linq;

namespace Twofold.Model.Abi;

/// <summary>
/// Names of the C library and POSIX that a Twofold library cannot have. Its header <c>NAME.h</c> would hide a system header, its type
/// <c>NAME</c> would clash with a system function, or an export such as <c>timer_create</c> would replace a system function.
/// </summary>
public static class SystemNames
{
    /// <summary>Families of functions that share more than the first word of their names.</summary>
    private static readonly string[] s_families = ["atomic_", "posix_", "pthread_"];

    /// <summary>Functions and headers of C11, C23 and POSIX.1-2017, and the first words of functions such as <c>sem_destroy</c>.</summary>
    private static readonly HashSet<string> s_names =
    [
        .. """
            a64l abort abs accept access acct acos acosh addseverity adjtime aio alarm aligned alloca alphasort arc4random asctime
            asin asinh assert atan atan2 atanh atexit atof atoi atol atoll atomic bcmp bcopy bind bindresvport bindresvport6 brk
            bsearch btowc byteswap bzero c16rtomb c32rtomb cabs cacos cacosh calloc carg casin casinh catan catanh catclose catgets
            catopen cbrt ccos ccosh ceil cexp cfgetispeed cfgetospeed cfmakeraw cfsetispeed cfsetospeed cfsetspeed chdir chmod chown
            chroot cimag clearenv clearerr clock clog close closedir closefrom closelog cmsg cnd complex confstr conj connect copysign
            cos cosh cpio cpow cproj creal creat crypt csin csinh csqrt ctan ctanh ctermid ctime ctype curses daemon difftime dirent
            dirfd dirname div dlclose dlerror dlfcn dlopen dlsym dprintf drand48 drem dup dup2 duplocale dysize ecvt elf endgrent
            endhostent endian endnetent endnetgrent endprotoent endpwent endrpcent endservent endusershell endutxent epoll erand48 erf
            erfc err errno error eventfd execl execle execlp execv execve execvp exit exp exp2 expm1 fabs faccessat fchdir fchmod
            fchmodat fchown fchownat fclose fcntl fcvt fdatasync fdim fdopen fdopendir features feclearexcept fegetenv fegetexceptflag
            fegetround feholdexcept fenv feof feraiseexcept ferror fesetenv fesetexceptflag fesetround fetestexcept feupdateenv
            fexecve fflush ffs ffsl ffsll fgetc fgetgrent fgetpos fgetpwent fgets fgetwc fgetws fileno finite flock flockfile floor
            fma fmax fmemopen fmin fmod fmtmsg fnmatch fopen fork fpathconf fpclassify fprintf fputc fputs fputwc fputws fread free
            freeaddrinfo freelocale freopen frexp fscanf fseek fseeko fsetpos fstat fstatat fstatvfs fsync ftell ftello ftok ftruncate
            ftrylockfile ftw funlockfile futimens futimes fwide fwprintf fwrite fwscanf gai gamma gcvt getaddrinfo getc getchar getcwd
            getdate getdelim getdirentries getdomainname getdtablesize getegid getentropy getenv geteuid getgid getgrent getgrgid
            getgrnam getgrouplist getgroups gethostbyaddr gethostbyname gethostbyname2 gethostent gethostid gethostname getitimer
            getline getloadavg getlogin getnameinfo getnetbyaddr getnetbyname getnetent getnetgrent getopt getpagesize getpass
            getpeername getpgid getpgrp getpid getppid getpriority getprotobyname getprotobynumber getprotoent getpwent getpwnam
            getpwuid getrandom getrlimit getrpcbyname getrpcbynumber getrpcent getrusage getservbyname getservbyport getservent getsid
            getsockname getsockopt getsubopt gettimeofday getuid getusershell getutxent getutxid getutxline getw getwc getwchar getwd
            glob globfree gmtime grantpt grp gsignal hcreate hdestroy herror hsearch hstrerror htonl htons hypot iconv ilogb imaxabs
            imaxdiv index inet initgroups initstate innetgr inotify insque inttypes iruserok isalnum isalpha isascii isatty isblank
            iscntrl isdigit iseqsig isfdtype isgraph isinf islower isnan iso646 isprint ispunct issignaling isspace isupper iswalnum
            iswalpha iswblank iswcntrl iswctype iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit isxdigit j0
            j1 jn jrand48 kill killpg l64a labs langinfo lchmod lchown lcong48 ldexp ldiv lfind lgamma libgen limits link linkat lio
            listen llabs lldiv llrint llround locale localeconv localtime lockf log log10 log1p log2 logb longjmp lrand48 lrint lround
            lsearch lseek lstat lutimes madvise malloc math mblen mbrlen mbrtoc16 mbrtoc32 mbrtowc mbsinit mbsnrtowcs mbsrtowcs
            mbstowcs mbtowc memccpy memchr memcmp memcpy memmove memset mincore mkdir mkdirat mkdtemp mkfifo mkfifoat mknod mknodat
            mkstemp mkstemps mktemp mktime mlock mlockall mmap modf monetary mprotect mq mqueue mrand48 msgctl msgget msgrcv msgsnd
            msync mtx munlock munlockall munmap nan nanosleep nearbyint netdb newlocale nextafter nexttoward nftw nice nl nrand48
            ntohl ntohs open openat opendir openlog pathconf pause pclose perror pipe poll popen posix pow prctl pread preadv printf
            profil pselect psiginfo psignal pthread ptsname pty putc putchar putenv putpwent puts pututxline putw putwc putwchar pwd
            pwrite pwritev qecvt qfcvt qgcvt qsort raise rand random rcmd read readdir readlink readlinkat readv realloc reallocarray
            realpath recv recvfrom recvmsg regcomp regerror regex regexec regfree remainder remove remque remquo rename renameat
            resolv revoke rewind rewinddir rexec rindex rint rmdir round rpmatch rresvport ruserok sbrk scalb scalbln scalbn scandir
            scanf sched search seed48 seekdir select sem semaphore semctl semget semop send sendmsg sendto setbuf setbuffer
            setdomainname setegid setenv seteuid setgid setgrent setgroups sethostent sethostid sethostname setitimer setjmp
            setlinebuf setlocale setlogin setlogmask setnetent setnetgrent setpgid setpgrp setpriority setprotoent setpwent setregid
            setreuid setrlimit setrpcent setservent setsid setsockopt setstate settimeofday setuid setusershell setutxent setvbuf
            shadow shm shmat shmctl shmdt shmget shutdown sig sigaction sigaddset sigaltstack sigblock sigdelset sigemptyset
            sigfillset siggetmask sighold sigignore siginterrupt sigismember siglongjmp signal signalfd signbit significand sigpause
            sigpending sigprocmask sigqueue sigrelse sigreturn sigset sigsetjmp sigsetmask sigstack sigsuspend sigtimedwait sigwait
            sigwaitinfo sin sinh sleep snprintf sockatmark socket socketpair spawn sprintf sqrt srand srand48 srandom sscanf ssignal
            stat statvfs stdalign stdarg stdatomic stdbit stdbool stdckdint stddef stdint stdio stdlib stdnoreturn stpcpy stpncpy
            strcasecmp strcat strchr strcmp strcoll strcpy strcspn strdup strerror strfmon strftime string strings strlen strncasecmp
            strncat strncmp strncpy strndup strnlen strpbrk strptime strrchr strsep strsignal strspn strstr strtod strtof strtoimax
            strtok strtol strtold strtoll strtoq strtoul strtoull strtoumax strtouq strxfrm swab swprintf swscanf symlink symlinkat
            sync syscall sysconf syslog system tan tanh tar tcdrain tcflow tcflush tcgetattr tcgetpgrp tcgetsid tcsendbreak tcsetattr
            tcsetpgrp tdelete telldir tempnam termios tfind tgamma tgmath thrd threads time timegm timelocal timer timerfd times
            timespec tmpfile tmpnam toascii tolower toupper towctrans towlower towupper trunc truncate tsearch tss ttyname ttyslot
            twalk tzset ualarm uchar ulimit umask uname ungetc ungetwc unistd unlink unlinkat unlockpt unsetenv uselocale usleep utime
            utimensat utimes utmpx valloc vdprintf vfork vfprintf vfscanf vfwprintf vfwscanf vhangup vprintf vscanf vsnprintf vsprintf
            vsscanf vswprintf vswscanf vsyslog vwprintf vwscanf wait wait3 wait4 waitid waitpid wchar wcpcpy wcpncpy wcrtomb
            wcscasecmp wcscat wcschr wcscmp wcscoll wcscpy wcscspn wcsdup wcsftime wcslen wcsncasecmp wcsncat wcsncmp wcsncpy wcsnlen
            wcsnrtombs wcspbrk wcsrchr wcsrtombs wcsspn wcsstr wcstod wcstof wcstoimax wcstok wcstol wcstold wcstoll wcstombs wcstoul
            wcstoull wcstoumax wcswcs wcswidth wcsxfrm wctob wctomb wctrans wctype wcwidth windows winsock wmemchr wmemcmp wmemcpy
            wmemmove wmemset wordexp wordfree wprintf write writev wscanf y0 y1 yn
            """.Split([' ', '\n'], System.StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>Whether a library cannot have this name.</summary>
    public static bool Contains(string name) => s_names.Contains(name) || s_families.Any(family => name.StartsWith(family, System.StringComparison.Ordinal));
}
