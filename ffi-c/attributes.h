/* The compiler warns if a program ignores a status or a new handle. To turn the warnings off, define these macros as
 * empty before the header is included. */
#ifndef TELNYX_WARN_UNUSED
#ifdef __GNUC__
#define TELNYX_WARN_UNUSED __attribute__((warn_unused_result))
#else
#define TELNYX_WARN_UNUSED
#endif
#endif
#ifndef TELNYX_MALLOC
#ifdef __GNUC__
#define TELNYX_MALLOC __attribute__((malloc))
#else
#define TELNYX_MALLOC
#endif
#endif
