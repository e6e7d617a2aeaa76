/*
 * fixtures 0.0.0: Every shape that an annotation can have; each feature has a file of its own.
 * Printed by Twofold.Bindings from the library itself; do not edit.
 *
 * Ownership  What goes in is borrowed for the call. What a callback gets is valid during the callback. What a
 *            _sync call fills belongs to the caller: give it to the matching _free.
 * Threads    Every function may be called from every thread. A callback runs on the calling thread before the
 *            function returns, or later on a thread of the library.
 * Strings    NUL-terminated UTF-8. A list is a pointer and a count; the pointer may be NULL if the count is 0.
 */
#ifndef FIXTURES_H
#define FIXTURES_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Stands before every function that the library exports. */
#if defined(_WIN32)
#define FIXTURES_API __declspec(dllimport)
#else
#define FIXTURES_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** The ABI that this header describes; compare it with fixtures_abi_version(). */
#define FIXTURES_ABI_VERSION 1u

/** True. */
#define FIXTURES_YES true

/** The least of 8 bits. */
#define FIXTURES_LEAST8 (-128)

/** The most of 8 bits. */
#define FIXTURES_MOST8 255

/** The least of 16 bits. */
#define FIXTURES_LEAST16 (-32768)

/** The most of 16 bits. */
#define FIXTURES_MOST16 65535

/** The least of 32 bits. */
#define FIXTURES_LEAST32 INT32_MIN

/** The most of 32 bits. */
#define FIXTURES_MOST32 UINT32_C(4294967295)

/** The least of 64 bits. */
#define FIXTURES_LEAST64 INT64_MIN

/** The most of 64 bits. */
#define FIXTURES_MOST64 UINT64_C(18446744073709551615)

/** A float. */
#define FIXTURES_THIRD 0.33333334f

/** A double. */
#define FIXTURES_PI 3.141592653589793

/** A whole double. */
#define FIXTURES_WHOLE 2.0

/** No number. */
#define FIXTURES_NO_NUMBER ((double)NAN)

/** A float beyond all others. */
#define FIXTURES_BEYOND INFINITY

/** A zero with a sign. */
#define FIXTURES_MINUS_ZERO (-0.0)

/** A text with what C must escape. */
#define FIXTURES_QUOTED "a \"quoted\"\n\\ \077\077 \303\244"

/** How a call ended: the same numbers on the wire. */
typedef int32_t fixtures_status;
enum {
    FIXTURES_OK = 0,               /**< It succeeded. */
    FIXTURES_ERROR = 1,            /**< The method failed; the message is its own. */
    FIXTURES_MISSING_CALLBACK = 2, /**< The callback is NULL. */
    FIXTURES_PROGRESS = 3,         /**< Not an end: the call goes on. Only to who asked. */
    FIXTURES_INVALID_ARGUMENT = 4, /**< An argument cannot be read; the message names it. */
    FIXTURES_INVALID_HANDLE = 5,   /**< The handle is NULL, destroyed, or of another kind. */
    FIXTURES_UNKNOWN_METHOD = 6,   /**< No method has this name. */
    FIXTURES_TOO_LARGE = 7,        /**< A length is over its limit. */
    FIXTURES_CANCELLED = 8,        /**< Destroyed or cancelled before it ended. */
    FIXTURES_UNAVAILABLE = 9,      /**< The server cannot take the call, or cannot start. */
    FIXTURES_INTERNAL = 10         /**< The method failed unforeseen; the message names the exception. */
};

/** A color. */
typedef int32_t fixtures_color;
enum {
    FIXTURES_COLOR_RED = 1,         /**< Red. */
    FIXTURES_COLOR_DARK_GREEN = 20, /**< Dark green. */
    FIXTURES_COLOR_NONE = -1        /**< No color. */
};

/** Every shape that an annotation can have; each feature has a file of its own. An opaque handle: never dereferenced, never reused, checked at every call. */
typedef struct fixtures fixtures;

typedef struct fixtures_blob fixtures_blob;                                           /**< Bytes in every form. */
typedef struct fixtures_point fixtures_point;                                         /**< A point. */
typedef struct fixtures_lists fixtures_lists;                                         /**< Lists of everything. */
typedef struct fixtures_number_lists fixtures_number_lists;                           /**< Lists of every number that lists has not. */
typedef struct fixtures_owner fixtures_owner;                                         /**< Who owns a desk. */
typedef struct fixtures_desk fixtures_desk;                                           /**< A desk. */
typedef struct fixtures_grids fixtures_grids;                                         /**< Lists of lists. */
typedef struct fixtures_label fixtures_label;                                         /**< A label. */
typedef struct fixtures_sparse fixtures_sparse;                                       /**< Lists of what may be absent. */
typedef struct fixtures_office fixtures_office;                                       /**< A place with desks. */
typedef struct fixtures_company fixtures_company;                                     /**< Four records deep. */
typedef struct fixtures_node fixtures_node;                                           /**< A tree. */
typedef struct fixtures_link fixtures_link;                                           /**< A chain. */
typedef struct fixtures_optionals fixtures_optionals;                                 /**< Everything that may be absent. */
typedef struct fixtures_optional_numbers fixtures_optional_numbers;                   /**< Every number that optionals has not. */
typedef struct fixtures_optional_lists fixtures_optional_lists;                       /**< Lists that may be absent. */
typedef struct fixtures_scalars fixtures_scalars;                                     /**< One of each. */
typedef struct fixtures_keep_bytes_reply fixtures_keep_bytes_reply;                   /**< What keep_bytes returns. */
typedef struct fixtures_keep_memory_reply fixtures_keep_memory_reply;                 /**< What keep_memory returns. */
typedef struct fixtures_keep_optional_bytes_reply fixtures_keep_optional_bytes_reply; /**< What keep_optional_bytes returns. */
typedef struct fixtures_keep_optional_color_reply fixtures_keep_optional_color_reply; /**< What keep_optional_color returns. */
typedef struct fixtures_keep_numbers_reply fixtures_keep_numbers_reply;               /**< What keep_numbers returns. */
typedef struct fixtures_keep_texts_reply fixtures_keep_texts_reply;                   /**< What keep_texts returns. */
typedef struct fixtures_keep_points_reply fixtures_keep_points_reply;                 /**< What keep_points returns. */
typedef struct fixtures_keep_optional_list_reply fixtures_keep_optional_list_reply;   /**< What keep_optional_list returns. */
typedef struct fixtures_count_down_reply fixtures_count_down_reply;                   /**< What count_down returns. */
typedef struct fixtures_halve_later_reply fixtures_halve_later_reply;                 /**< What halve_later returns. */
typedef struct fixtures_keep_optional_int32_reply fixtures_keep_optional_int32_reply; /**< What keep_optional_int32 returns. */
typedef struct fixtures_keep_optional_point_reply fixtures_keep_optional_point_reply; /**< What keep_optional_point returns. */
typedef struct fixtures_keep_optionals_reply fixtures_keep_optionals_reply;           /**< What keep_optionals returns. */
typedef struct fixtures_keep_optional_text_reply fixtures_keep_optional_text_reply;   /**< What keep_optional_text returns. */
typedef struct fixtures_on_count_event fixtures_on_count_event;                       /**< What on_count carries. */
typedef struct fixtures_on_everything_event fixtures_on_everything_event;             /**< What on_everything carries. */
typedef struct fixtures_on_two_event fixtures_on_two_event;                           /**< What on_two carries. */
typedef struct fixtures_on_three_event fixtures_on_three_event;                       /**< What on_three carries. */
typedef struct fixtures_on_four_event fixtures_on_four_event;                         /**< What on_four carries. */
typedef struct fixtures_on_five_event fixtures_on_five_event;                         /**< What on_five carries. */
typedef struct fixtures_on_six_event fixtures_on_six_event;                           /**< What on_six carries. */
typedef struct fixtures_on_seven_event fixtures_on_seven_event;                       /**< What on_seven carries. */
typedef struct fixtures_on_passed_event fixtures_on_passed_event;                     /**< What on_passed carries. */

/** An item of a list. */
typedef struct fixtures_bytes {
    const uint8_t *data; /**< The bytes. NULL if there are none. */
    size_t size;         /**< How many bytes there are. */
} fixtures_bytes;

/** An item of a list. */
typedef struct fixtures_int32_list {
    const int32_t *items; /**< The list's items. NULL if there are none. */
    size_t count;         /**< How many items there are. */
} fixtures_int32_list;

/** An item of a list. */
typedef struct fixtures_optional_int32 {
    bool has_value; /**< Whether value is there. */
    int32_t value;  /**< The value, if there is one. */
} fixtures_optional_int32;

/** An item of a list. */
typedef struct fixtures_text_list {
    const char *const *items; /**< The list's items. NULL if there are none. */
    size_t count;             /**< How many items there are. */
} fixtures_text_list;

/** An item of a list. */
typedef struct fixtures_bytes_list {
    const fixtures_bytes *items; /**< The list's items. NULL if there are none. */
    size_t count;                /**< How many items there are. */
} fixtures_bytes_list;

/** An item of a list. */
typedef struct fixtures_color_list {
    const fixtures_color *items; /**< The list's items. NULL if there are none. */
    size_t count;                /**< How many items there are. */
} fixtures_color_list;

/** An item of a list. */
typedef struct fixtures_point_list {
    const fixtures_point *items; /**< The list's items. NULL if there are none. */
    size_t count;                /**< How many items there are. */
} fixtures_point_list;

/** An item of a list. */
typedef struct fixtures_desk_list {
    const fixtures_desk *items; /**< The list's items. NULL if there are none. */
    size_t count;               /**< How many items there are. */
} fixtures_desk_list;

/** An item of a list. */
typedef struct fixtures_bool_list {
    const bool *items; /**< The list's items. NULL if there are none. */
    size_t count;      /**< How many items there are. */
} fixtures_bool_list;

/** An item of a list. */
typedef struct fixtures_bool_list_list {
    const fixtures_bool_list *items; /**< The list's items. NULL if there are none. */
    size_t count;                    /**< How many items there are. */
} fixtures_bool_list_list;

/** An item of a list. */
typedef struct fixtures_optional_int64 {
    bool has_value; /**< Whether value is there. */
    int64_t value;  /**< The value, if there is one. */
} fixtures_optional_int64;

/** An item of a list. */
typedef struct fixtures_optional_int64_list {
    const fixtures_optional_int64 *items; /**< The list's items. NULL if there are none. */
    size_t count;                         /**< How many items there are. */
} fixtures_optional_int64_list;

/** An item of a list. */
typedef struct fixtures_float32_list {
    const float *items; /**< The list's items. NULL if there are none. */
    size_t count;       /**< How many items there are. */
} fixtures_float32_list;

/** An item of a list. */
typedef struct fixtures_optional_bool {
    bool has_value; /**< Whether value is there. */
    bool value;     /**< The value, if there is one. */
} fixtures_optional_bool;

/** An item of a list. */
typedef struct fixtures_optional_float64 {
    bool has_value; /**< Whether value is there. */
    double value;   /**< The value, if there is one. */
} fixtures_optional_float64;

/** An item of a list. */
typedef struct fixtures_optional_color {
    bool has_value;       /**< Whether value is there. */
    fixtures_color value; /**< The value, if there is one. */
} fixtures_optional_color;

/** An item of a list. */
typedef struct fixtures_float64_list {
    const double *items; /**< The list's items. NULL if there are none. */
    size_t count;        /**< How many items there are. */
} fixtures_float64_list;

/** Bytes in every form. */
struct fixtures_blob {
    const uint8_t *data;     /**< Bytes. */
    size_t data_size;        /**< How many bytes data has. */
    const uint8_t *view;     /**< Bytes as a view. */
    size_t view_size;        /**< How many bytes view has. */
    const uint8_t *checksum; /**< Bytes, or none. NULL: none. */
    size_t checksum_size;    /**< How many bytes checksum has. */
    const uint8_t *seal;     /**< Bytes as a view, or none. NULL: none. */
    size_t seal_size;        /**< How many bytes seal has. */
};

/** A point. */
struct fixtures_point {
    double x; /**< To the right. */
    double y; /**< Upwards. */
};

/** Lists of everything. */
struct fixtures_lists {
    const bool *flags;                   /**< Booleans. */
    size_t flags_count;                  /**< How many flags there are. */
    const int64_t *longs;                /**< 64 bits. */
    size_t longs_count;                  /**< How many longs there are. */
    const float *floats;                 /**< Floats. */
    size_t floats_count;                 /**< How many floats there are. */
    const char *const *texts;            /**< Texts. */
    size_t texts_count;                  /**< How many texts there are. */
    const fixtures_bytes *blobs;         /**< Byte strings. */
    size_t blobs_count;                  /**< How many blobs there are. */
    const fixtures_color *colors;        /**< Enums. */
    size_t colors_count;                 /**< How many colors there are. */
    const fixtures_point *points;        /**< Record structs. */
    size_t points_count;                 /**< How many points there are. */
    const fixtures_int32_list *matrix;   /**< Lists of lists. */
    size_t matrix_count;                 /**< How many matrix there are. */
    const fixtures_optional_int32 *gaps; /**< Numbers that may be absent. */
    size_t gaps_count;                   /**< How many gaps there are. */
    const char *const *holes;            /**< Texts that may be absent. */
    size_t holes_count;                  /**< How many holes there are. */
    const fixtures_point *const *spots;  /**< Points that may be absent. */
    size_t spots_count;                  /**< How many spots there are. */
};

/** Lists of every number that lists has not. */
struct fixtures_number_lists {
    const int8_t *int8;      /**< 8 bits. */
    size_t int8_count;       /**< How many int8 there are. */
    const uint8_t *u_int8;   /**< 8 bits, unsigned: numbers, not bytes. */
    size_t u_int8_count;     /**< How many u_int8 there are. */
    const int16_t *int16;    /**< 16 bits. */
    size_t int16_count;      /**< How many int16 there are. */
    const uint16_t *u_int16; /**< 16 bits, unsigned. */
    size_t u_int16_count;    /**< How many u_int16 there are. */
    const int32_t *int32;    /**< 32 bits. */
    size_t int32_count;      /**< How many int32 there are. */
    const uint32_t *u_int32; /**< 32 bits, unsigned. */
    size_t u_int32_count;    /**< How many u_int32 there are. */
    const uint64_t *u_int64; /**< 64 bits, unsigned. */
    size_t u_int64_count;    /**< How many u_int64 there are. */
    const double *doubles;   /**< Doubles. */
    size_t doubles_count;    /**< How many doubles there are. */
};

/** Who owns a desk. */
struct fixtures_owner {
    const char *name; /**< A name. */
    uint8_t age;      /**< In years. */
};

/** A desk. */
struct fixtures_desk {
    fixtures_owner owner; /**< Who sits at it. */
};

/** Lists of lists. */
struct fixtures_grids {
    const fixtures_text_list *texts;          /**< Texts. */
    size_t texts_count;                       /**< How many texts there are. */
    const fixtures_bytes_list *blobs;         /**< Byte strings. */
    size_t blobs_count;                       /**< How many blobs there are. */
    const fixtures_color_list *colors;        /**< Enums. */
    size_t colors_count;                      /**< How many colors there are. */
    const fixtures_point_list *points;        /**< Record structs. */
    size_t points_count;                      /**< How many points there are. */
    const fixtures_desk_list *desks;          /**< Records with records in them. */
    size_t desks_count;                       /**< How many desks there are. */
    const fixtures_bool_list_list *cube;      /**< Three levels of booleans. */
    size_t cube_count;                        /**< How many cube there are. */
    const fixtures_optional_int64_list *gaps; /**< Numbers that may be absent. */
    size_t gaps_count;                        /**< How many gaps there are. */
    const fixtures_float32_list *rows;        /**< Lists that may be absent themselves. */
    size_t rows_count;                        /**< How many rows there are. */
};

/** A label. */
struct fixtures_label {
    const char *text; /**< What it says. */
};

/** Lists of what may be absent. */
struct fixtures_sparse {
    const fixtures_optional_bool *flags;      /**< Booleans. */
    size_t flags_count;                       /**< How many flags there are. */
    const fixtures_optional_float64 *doubles; /**< Doubles. */
    size_t doubles_count;                     /**< How many doubles there are. */
    const fixtures_optional_color *colors;    /**< Enums. */
    size_t colors_count;                      /**< How many colors there are. */
    const fixtures_bytes *blobs;              /**< Byte strings. */
    size_t blobs_count;                       /**< How many blobs there are. */
    const fixtures_bytes *views;              /**< Byte strings as views. */
    size_t views_count;                       /**< How many views there are. */
    const fixtures_label *const *labels;      /**< Records. */
    size_t labels_count;                      /**< How many labels there are. */
};

/** A place with desks. */
struct fixtures_office {
    const fixtures_desk *desks; /**< The desks. */
    size_t desks_count;         /**< How many desks there are. */
    fixtures_desk main;         /**< The most important one. */
};

/** Four records deep. */
struct fixtures_company {
    const char *name;       /**< Its name. */
    fixtures_office office; /**< Where it is. */
};

/** A tree. */
struct fixtures_node {
    int32_t value;                 /**< What is at the node. */
    const fixtures_node *children; /**< The nodes below. */
    size_t children_count;         /**< How many children there are. */
};

/** A chain. */
struct fixtures_link {
    int32_t value;             /**< What is at the link. */
    const fixtures_link *next; /**< The next link, or none. NULL: none. */
};

/** Everything that may be absent. */
struct fixtures_optionals {
    bool has_flag;               /**< Whether flag is there. */
    bool flag;                   /**< A boolean. */
    bool has_number;             /**< Whether number is there. */
    double number;               /**< A double. */
    const char *text;            /**< A text. NULL: none. */
    const uint8_t *data;         /**< Bytes. NULL: none. */
    size_t data_size;            /**< How many bytes data has. */
    bool has_color;              /**< Whether color is there. */
    fixtures_color color;        /**< An enum. */
    const int32_t *items;        /**< A list. NULL: none. */
    size_t items_count;          /**< How many items there are. */
    const fixtures_point *spot;  /**< A record struct. NULL: none. */
    const fixtures_label *label; /**< A record. NULL: none. */
};

/** Every number that optionals has not. */
struct fixtures_optional_numbers {
    bool has_int8;    /**< Whether int8 is there. */
    int8_t int8;      /**< 8 bits. */
    bool has_u_int8;  /**< Whether u_int8 is there. */
    uint8_t u_int8;   /**< 8 bits, unsigned. */
    bool has_int16;   /**< Whether int16 is there. */
    int16_t int16;    /**< 16 bits. */
    bool has_u_int16; /**< Whether u_int16 is there. */
    uint16_t u_int16; /**< 16 bits, unsigned. */
    bool has_int32;   /**< Whether int32 is there. */
    int32_t int32;    /**< 32 bits. */
    bool has_u_int32; /**< Whether u_int32 is there. */
    uint32_t u_int32; /**< 32 bits, unsigned. */
    bool has_int64;   /**< Whether int64 is there. */
    int64_t int64;    /**< 64 bits. */
    bool has_u_int64; /**< Whether u_int64 is there. */
    uint64_t u_int64; /**< 64 bits, unsigned. */
    bool has_single;  /**< Whether single is there. */
    float single;     /**< A float. */
};

/** Lists that may be absent. */
struct fixtures_optional_lists {
    const bool *flags;                   /**< Booleans. NULL: none. */
    size_t flags_count;                  /**< How many flags there are. */
    const char *const *texts;            /**< Texts. NULL: none. */
    size_t texts_count;                  /**< How many texts there are. */
    const fixtures_bytes *blobs;         /**< Byte strings. NULL: none. */
    size_t blobs_count;                  /**< How many blobs there are. */
    const fixtures_color *colors;        /**< Enums. NULL: none. */
    size_t colors_count;                 /**< How many colors there are. */
    const fixtures_point *points;        /**< Record structs. NULL: none. */
    size_t points_count;                 /**< How many points there are. */
    const fixtures_label *labels;        /**< Records. NULL: none. */
    size_t labels_count;                 /**< How many labels there are. */
    const fixtures_float64_list *matrix; /**< Lists of lists. NULL: none. */
    size_t matrix_count;                 /**< How many matrix there are. */
};

/** One of each. */
struct fixtures_scalars {
    bool flag;        /**< A boolean. */
    int8_t int8;      /**< 8 bits. */
    uint8_t u_int8;   /**< 8 bits, unsigned. */
    int16_t int16;    /**< 16 bits. */
    uint16_t u_int16; /**< 16 bits, unsigned. */
    int32_t int32;    /**< 32 bits. */
    uint32_t u_int32; /**< 32 bits, unsigned. */
    int64_t int64;    /**< 64 bits. */
    uint64_t u_int64; /**< 64 bits, unsigned. */
    float single;     /**< A float. */
    double number;    /**< A double. */
};

/** What keep_bytes returns. */
struct fixtures_keep_bytes_reply {
    const uint8_t *value; /**< What the method answers. */
    size_t value_size;    /**< How many bytes value has. */
};

/** What keep_memory returns. */
struct fixtures_keep_memory_reply {
    const uint8_t *value; /**< What the method answers. */
    size_t value_size;    /**< How many bytes value has. */
};

/** What keep_optional_bytes returns. */
struct fixtures_keep_optional_bytes_reply {
    const uint8_t *value; /**< What the method answers. NULL: none. */
    size_t value_size;    /**< How many bytes value has. */
};

/** What keep_optional_color returns. */
struct fixtures_keep_optional_color_reply {
    bool has_value;       /**< Whether value is there. */
    fixtures_color value; /**< What the method answers. */
};

/** What keep_numbers returns. */
struct fixtures_keep_numbers_reply {
    const int32_t *value; /**< What the method answers. */
    size_t value_count;   /**< How many value there are. */
};

/** What keep_texts returns. */
struct fixtures_keep_texts_reply {
    const char *const *value; /**< What the method answers. */
    size_t value_count;       /**< How many value there are. */
};

/** What keep_points returns. */
struct fixtures_keep_points_reply {
    const fixtures_point *value; /**< What the method answers. */
    size_t value_count;          /**< How many value there are. */
};

/** What keep_optional_list returns. */
struct fixtures_keep_optional_list_reply {
    const fixtures_color *value; /**< What the method answers. NULL: none. */
    size_t value_count;          /**< How many value there are. */
};

/** What count_down returns. */
struct fixtures_count_down_reply {
    const int32_t *value; /**< What the method answers. */
    size_t value_count;   /**< How many value there are. */
};

/** What halve_later returns. */
struct fixtures_halve_later_reply {
    bool has_value; /**< Whether value is there. */
    int32_t value;  /**< What the method answers. */
};

/** What keep_optional_int32 returns. */
struct fixtures_keep_optional_int32_reply {
    bool has_value; /**< Whether value is there. */
    int32_t value;  /**< What the method answers. */
};

/** What keep_optional_point returns. */
struct fixtures_keep_optional_point_reply {
    const fixtures_point *value; /**< What the method answers. NULL: none. */
};

/** What keep_optionals returns. */
struct fixtures_keep_optionals_reply {
    const fixtures_optionals *value; /**< What the method answers. NULL: none. */
};

/** What keep_optional_text returns. */
struct fixtures_keep_optional_text_reply {
    const char *value; /**< What the method answers. NULL: none. */
};

/** What on_count carries. */
struct fixtures_on_count_event {
    int32_t value; /**< What the event carries. */
};

/** What on_everything carries. */
struct fixtures_on_everything_event {
    bool flag;            /**< What the event carries. */
    int8_t small;         /**< What the event carries. */
    uint64_t large;       /**< What the event carries. */
    double number;        /**< What the event carries. */
    const char *text;     /**< What the event carries. */
    const uint8_t *data;  /**< What the event carries. */
    size_t data_size;     /**< How many bytes data has. */
    bool has_color;       /**< Whether color is there. */
    fixtures_color color; /**< What the event carries. */
    fixtures_point point; /**< What the event carries. */
};

/** What on_two carries. */
struct fixtures_on_two_event {
    int32_t arg1;     /**< What the event carries. */
    const char *arg2; /**< What the event carries. */
};

/** What on_three carries. */
struct fixtures_on_three_event {
    int32_t arg1;     /**< What the event carries. */
    const char *arg2; /**< What the event carries. */
    bool arg3;        /**< What the event carries. */
};

/** What on_four carries. */
struct fixtures_on_four_event {
    int32_t arg1;     /**< What the event carries. */
    const char *arg2; /**< What the event carries. */
    bool arg3;        /**< What the event carries. */
    double arg4;      /**< What the event carries. */
};

/** What on_five carries. */
struct fixtures_on_five_event {
    int32_t arg1;        /**< What the event carries. */
    const char *arg2;    /**< What the event carries. */
    bool arg3;           /**< What the event carries. */
    double arg4;         /**< What the event carries. */
    fixtures_color arg5; /**< What the event carries. */
};

/** What on_six carries. */
struct fixtures_on_six_event {
    int32_t arg1;        /**< What the event carries. */
    const char *arg2;    /**< What the event carries. */
    bool arg3;           /**< What the event carries. */
    double arg4;         /**< What the event carries. */
    fixtures_color arg5; /**< What the event carries. */
    const uint8_t *arg6; /**< What the event carries. */
    size_t arg6_size;    /**< How many bytes arg6 has. */
};

/** What on_seven carries. */
struct fixtures_on_seven_event {
    int32_t arg1;        /**< What the event carries. */
    const char *arg2;    /**< What the event carries. */
    bool arg3;           /**< What the event carries. */
    double arg4;         /**< What the event carries. */
    fixtures_color arg5; /**< What the event carries. */
    const uint8_t *arg6; /**< What the event carries. */
    size_t arg6_size;    /**< How many bytes arg6 has. */
    const int32_t *arg7; /**< What the event carries. NULL: none. */
    size_t arg7_count;   /**< How many arg7 there are. */
};

/** What on_passed carries. */
struct fixtures_on_passed_event {
    int64_t value; /**< What the event carries. */
};

/** A session: it adds up numbers. An opaque handle, which fixtures_session_release ends. */
typedef struct fixtures_session fixtures_session;

/* ---- The library ---- */

/** The ABI that the library speaks. */
FIXTURES_API uint32_t fixtures_abi_version(void);

/** The status's name, for example "INVALID_ARGUMENT"; never NULL, never freed. */
FIXTURES_API const char *fixtures_status_name(fixtures_status status);

/** Why this thread's last failed call failed; "" if none has. Valid until this thread's next call. */
FIXTURES_API const char *fixtures_last_error(void);

/** How grave a line of the log is; each level includes those before it. */
typedef int32_t fixtures_log_level;
enum {
    FIXTURES_LOG_ERROR = 1,   /**< A method failed unforeseen: with the stack trace. */
    FIXTURES_LOG_WARNING = 2, /**< Something was lost, cut off, or failed where nobody waits for it. */
    FIXTURES_LOG_INFO = 3,    /**< A server started, stopped, or answered a request with a failure. */
    FIXTURES_LOG_DEBUG = 4    /**< Connections that come and go. */
};

/** Gets a line of the log; valid during the call. A stack trace has several lines. */
typedef void (*fixtures_log_callback)(fixtures_log_level level, const char *message, void *user_data);

/**
 * Has the log of the whole library, up to the level, go to the callback; NULL, as in the beginning: to nobody. The
 * callback gets one line at a time, in order, on a thread of the library, or on one that calls this; it may call
 * every function. Before this returns the callback until then gets what was waiting for it, and it never runs
 * again after; called from inside it, what was waiting is dropped.
 * INVALID_ARGUMENT if there is no such level, and all stays as it was.
 */
FIXTURES_API fixtures_status fixtures_set_log(fixtures_log_level level, fixtures_log_callback callback, void *user_data);

/** Frees a string that a _sync call has returned. NULL is fine. */
FIXTURES_API void fixtures_string_free(char *text);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_blob_free(fixtures_blob *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_point_free(fixtures_point *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_lists_free(fixtures_lists *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_number_lists_free(fixtures_number_lists *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_grids_free(fixtures_grids *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_label_free(fixtures_label *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_sparse_free(fixtures_sparse *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_company_free(fixtures_company *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_node_free(fixtures_node *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_link_free(fixtures_link *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_optionals_free(fixtures_optionals *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_optional_numbers_free(fixtures_optional_numbers *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_optional_lists_free(fixtures_optional_lists *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_scalars_free(fixtures_scalars *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_bytes_reply_free(fixtures_keep_bytes_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_memory_reply_free(fixtures_keep_memory_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_optional_bytes_reply_free(fixtures_keep_optional_bytes_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_optional_color_reply_free(fixtures_keep_optional_color_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_numbers_reply_free(fixtures_keep_numbers_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_texts_reply_free(fixtures_keep_texts_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_points_reply_free(fixtures_keep_points_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_optional_list_reply_free(fixtures_keep_optional_list_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_count_down_reply_free(fixtures_count_down_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_halve_later_reply_free(fixtures_halve_later_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_optional_int32_reply_free(fixtures_keep_optional_int32_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_optional_point_reply_free(fixtures_keep_optional_point_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_optionals_reply_free(fixtures_keep_optionals_reply *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
FIXTURES_API void fixtures_keep_optional_text_reply_free(fixtures_keep_optional_text_reply *reply);

/* ---- Fixtures ---- */

/** Gets the new handle, or NULL and an error that is valid during the call. */
typedef void (*fixtures_create_callback)(fixtures_status status, fixtures *created, const char *error, void *user_data);

/**
 * Makes an object; there is nothing to say about it.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_create(fixtures_create_callback callback, void *user_data);

/** The same, blocking. *created is NULL unless it returns OK. */
FIXTURES_API fixtures_status fixtures_create_sync(fixtures **created);

/**
 * Ends the handle. Calls in flight end with CANCELLED before this returns, and no callback or listener runs after
 * it, but one that this is called from. INVALID_HANDLE if it is NULL or destroyed already.
 */
FIXTURES_API fixtures_status fixtures_destroy(fixtures *handle);

/** Gets the reply of fixtures_keep_bytes, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_bytes_callback)(fixtures_status status, const fixtures_keep_bytes_reply *reply, const char *error, void *user_data);

/**
 * Gives the bytes back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_bytes(fixtures *handle, const uint8_t *value, size_t value_size, fixtures_keep_bytes_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_bytes_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_bytes_sync(fixtures *handle, const uint8_t *value, size_t value_size, fixtures_keep_bytes_reply *reply);

/** Gets the reply of fixtures_keep_memory, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_memory_callback)(fixtures_status status, const fixtures_keep_memory_reply *reply, const char *error, void *user_data);

/**
 * Gives the bytes back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_memory(fixtures *handle, const uint8_t *value, size_t value_size, fixtures_keep_memory_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_memory_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_memory_sync(fixtures *handle, const uint8_t *value, size_t value_size, fixtures_keep_memory_reply *reply);

/** Gets the reply of fixtures_keep_optional_bytes, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_optional_bytes_callback)(fixtures_status status, const fixtures_keep_optional_bytes_reply *reply, const char *error, void *user_data);

/**
 * Gives the bytes back, or nothing.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_optional_bytes(fixtures *handle, const uint8_t *value, size_t value_size, fixtures_keep_optional_bytes_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_optional_bytes_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_optional_bytes_sync(fixtures *handle, const uint8_t *value, size_t value_size, fixtures_keep_optional_bytes_reply *reply);

/** Gets the reply of fixtures_keep_blob, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_blob_callback)(fixtures_status status, const fixtures_blob *reply, const char *error, void *user_data);

/**
 * Gives the record back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_blob(fixtures *handle, const fixtures_blob *value, fixtures_keep_blob_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_blob_free. */
FIXTURES_API fixtures_status fixtures_keep_blob_sync(fixtures *handle, const fixtures_blob *value, fixtures_blob *reply);

/** Gets the reply of fixtures_keep_color, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_color_callback)(fixtures_status status, fixtures_color reply, const char *error, void *user_data);

/**
 * Gives the color back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_color(fixtures *handle, fixtures_color value, fixtures_keep_color_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_color_sync(fixtures *handle, fixtures_color value, fixtures_color *reply);

/** Gets the reply of fixtures_keep_optional_color, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_optional_color_callback)(fixtures_status status, const fixtures_keep_optional_color_reply *reply, const char *error, void *user_data);

/**
 * Gives the color back, or nothing.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_optional_color(fixtures *handle, const fixtures_color *value, fixtures_keep_optional_color_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_optional_color_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_optional_color_sync(fixtures *handle, const fixtures_color *value, fixtures_keep_optional_color_reply *reply);

/** Gets the reply of fixtures_no_such_color, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_no_such_color_callback)(fixtures_status status, fixtures_color reply, const char *error, void *user_data);

/**
 * Answers what is no color.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_no_such_color(fixtures *handle, fixtures_no_such_color_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_no_such_color_sync(fixtures *handle, fixtures_color *reply);

/** Gets the reply of fixtures_raise_all, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_raise_all_callback)(fixtures_status status, const char *error, void *user_data);

/**
 * Raises each event once.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_raise_all(fixtures *handle, fixtures_raise_all_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_raise_all_sync(fixtures *handle);

/** Gets the reply of fixtures_keep_numbers, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_numbers_callback)(fixtures_status status, const fixtures_keep_numbers_reply *reply, const char *error, void *user_data);

/**
 * Gives the numbers back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_numbers(fixtures *handle, const int32_t *value, size_t value_count, fixtures_keep_numbers_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_numbers_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_numbers_sync(fixtures *handle, const int32_t *value, size_t value_count, fixtures_keep_numbers_reply *reply);

/** Gets the reply of fixtures_keep_texts, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_texts_callback)(fixtures_status status, const fixtures_keep_texts_reply *reply, const char *error, void *user_data);

/**
 * Gives the texts back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_texts(fixtures *handle, const char *const *value, size_t value_count, fixtures_keep_texts_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_texts_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_texts_sync(fixtures *handle, const char *const *value, size_t value_count, fixtures_keep_texts_reply *reply);

/** Gets the reply of fixtures_keep_points, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_points_callback)(fixtures_status status, const fixtures_keep_points_reply *reply, const char *error, void *user_data);

/**
 * Gives the points back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_points(fixtures *handle, const fixtures_point *value, size_t value_count, fixtures_keep_points_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_points_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_points_sync(fixtures *handle, const fixtures_point *value, size_t value_count, fixtures_keep_points_reply *reply);

/** Gets the reply of fixtures_keep_lists, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_lists_callback)(fixtures_status status, const fixtures_lists *reply, const char *error, void *user_data);

/**
 * Gives the list back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_lists(fixtures *handle, const fixtures_lists *value, fixtures_keep_lists_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_lists_free. */
FIXTURES_API fixtures_status fixtures_keep_lists_sync(fixtures *handle, const fixtures_lists *value, fixtures_lists *reply);

/** Gets the reply of fixtures_keep_number_lists, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_number_lists_callback)(fixtures_status status, const fixtures_number_lists *reply, const char *error, void *user_data);

/**
 * Gives the lists back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_number_lists(fixtures *handle, const fixtures_number_lists *value, fixtures_keep_number_lists_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_number_lists_free. */
FIXTURES_API fixtures_status fixtures_keep_number_lists_sync(fixtures *handle, const fixtures_number_lists *value, fixtures_number_lists *reply);

/** Gets the reply of fixtures_keep_grids, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_grids_callback)(fixtures_status status, const fixtures_grids *reply, const char *error, void *user_data);

/**
 * Gives the lists of lists back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_grids(fixtures *handle, const fixtures_grids *value, fixtures_keep_grids_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_grids_free. */
FIXTURES_API fixtures_status fixtures_keep_grids_sync(fixtures *handle, const fixtures_grids *value, fixtures_grids *reply);

/** Gets the reply of fixtures_keep_sparse, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_sparse_callback)(fixtures_status status, const fixtures_sparse *reply, const char *error, void *user_data);

/**
 * Gives the lists with gaps back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_sparse(fixtures *handle, const fixtures_sparse *value, fixtures_keep_sparse_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_sparse_free. */
FIXTURES_API fixtures_status fixtures_keep_sparse_sync(fixtures *handle, const fixtures_sparse *value, fixtures_sparse *reply);

/** Gets the reply of fixtures_keep_optional_list, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_optional_list_callback)(fixtures_status status, const fixtures_keep_optional_list_reply *reply, const char *error, void *user_data);

/**
 * Gives the list back, or nothing.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_optional_list(fixtures *handle, const fixtures_color *value, size_t value_count, fixtures_keep_optional_list_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_optional_list_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_optional_list_sync(fixtures *handle, const fixtures_color *value, size_t value_count, fixtures_keep_optional_list_reply *reply);

/** Gets the reply of fixtures_touch, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_touch_callback)(fixtures_status status, const char *error, void *user_data);

/**
 * Takes nothing, returns nothing.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_touch(fixtures *handle, fixtures_touch_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_touch_sync(fixtures *handle);

/** Gets the reply of fixtures_count_touches, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_count_touches_callback)(fixtures_status status, int32_t reply, const char *error, void *user_data);

/**
 * How often touch and its kin were called.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_count_touches(fixtures *handle, fixtures_count_touches_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_count_touches_sync(fixtures *handle, int32_t *reply);

/** Gets the reply of fixtures_touch_later, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_touch_later_callback)(fixtures_status status, const char *error, void *user_data);

/**
 * Returns nothing, later.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_touch_later(fixtures *handle, fixtures_touch_later_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_touch_later_sync(fixtures *handle);

/** Gets the reply of fixtures_touch_now, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_touch_now_callback)(fixtures_status status, const char *error, void *user_data);

/**
 * Returns nothing, as a ValueTask.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_touch_now(fixtures *handle, fixtures_touch_now_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_touch_now_sync(fixtures *handle);

/** Gets the reply of fixtures_join, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_join_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Eight parameters of eight kinds.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_join(fixtures *handle, bool flag, int8_t small, uint64_t large, double number, const char *text, const uint8_t *data, size_t data_size, fixtures_color color, const fixtures_point *point, fixtures_join_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_join_sync(fixtures *handle, bool flag, int8_t small, uint64_t large, double number, const char *text, const uint8_t *data, size_t data_size, fixtures_color color, const fixtures_point *point, char **reply);

/** Gets the reply of fixtures_names, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_names_callback)(fixtures_status status, int32_t reply, const char *error, void *user_data);

/**
 * Parameters whose names mean something to C#, or to generated code.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_names(fixtures *handle, int32_t event, int32_t string, int32_t request, int32_t result, int32_t context, fixtures_names_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_names_sync(fixtures *handle, int32_t event, int32_t string, int32_t request, int32_t result, int32_t context, int32_t *reply);

/** Gets the reply of fixtures_add_later, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_add_later_callback)(fixtures_status status, int32_t reply, const char *error, void *user_data);

/**
 * A sum, as a Task.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_add_later(fixtures *handle, int32_t left, int32_t right, fixtures_add_later_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_add_later_sync(fixtures *handle, int32_t left, int32_t right, int32_t *reply);

/** Gets the reply of fixtures_twice, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_twice_callback)(fixtures_status status, int32_t reply, const char *error, void *user_data);

/**
 * Needs no object.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_twice(int32_t value, fixtures_twice_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_twice_sync(int32_t value, int32_t *reply);

/** Gets the reply of fixtures_greet_later, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_greet_later_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Needs no object, and comes later.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_greet_later(const char *name, fixtures_greet_later_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_greet_later_sync(const char *name, char **reply);

/** Gets the reply of fixtures_label_later, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_label_later_callback)(fixtures_status status, const fixtures_label *reply, const char *error, void *user_data);

/**
 * Gives the record back, later.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_label_later(fixtures *handle, const char *text, fixtures_label_later_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_label_free. */
FIXTURES_API fixtures_status fixtures_label_later_sync(fixtures *handle, const char *text, fixtures_label *reply);

/** Gets the reply of fixtures_count_down, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_count_down_callback)(fixtures_status status, const fixtures_count_down_reply *reply, const char *error, void *user_data);

/**
 * Counts down to 1, as a ValueTask.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_count_down(fixtures *handle, int32_t from, fixtures_count_down_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_count_down_reply_free. */
FIXTURES_API fixtures_status fixtures_count_down_sync(fixtures *handle, int32_t from, fixtures_count_down_reply *reply);

/** Gets the reply of fixtures_halve_later, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_halve_later_callback)(fixtures_status status, const fixtures_halve_later_reply *reply, const char *error, void *user_data);

/**
 * Halves what is even, later; nothing comes of what is odd.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_halve_later(fixtures *handle, int32_t value, fixtures_halve_later_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_halve_later_reply_free. */
FIXTURES_API fixtures_status fixtures_halve_later_sync(fixtures *handle, int32_t value, fixtures_halve_later_reply *reply);

/** Gets the reply of fixtures_fail, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_fail_callback)(fixtures_status status, int32_t reply, const char *error, void *user_data);

/**
 * Fails as its author foresaw.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_fail(fixtures *handle, const char *message, fixtures_fail_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_fail_sync(fixtures *handle, const char *message, int32_t *reply);

/** Gets the reply of fixtures_crash, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_crash_callback)(fixtures_status status, int32_t reply, const char *error, void *user_data);

/**
 * Fails as nobody foresaw.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_crash(fixtures *handle, fixtures_crash_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_crash_sync(fixtures *handle, int32_t *reply);

/** Gets the reply of fixtures_keep_company, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_company_callback)(fixtures_status status, const fixtures_company *reply, const char *error, void *user_data);

/**
 * Gives the company back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_company(fixtures *handle, const fixtures_company *value, fixtures_keep_company_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_company_free. */
FIXTURES_API fixtures_status fixtures_keep_company_sync(fixtures *handle, const fixtures_company *value, fixtures_company *reply);

/** Gets the reply of fixtures_keep_tree, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_tree_callback)(fixtures_status status, const fixtures_node *reply, const char *error, void *user_data);

/**
 * Gives the tree back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_tree(fixtures *handle, const fixtures_node *value, fixtures_keep_tree_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_node_free. */
FIXTURES_API fixtures_status fixtures_keep_tree_sync(fixtures *handle, const fixtures_node *value, fixtures_node *reply);

/** Gets the reply of fixtures_keep_chain, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_chain_callback)(fixtures_status status, const fixtures_link *reply, const char *error, void *user_data);

/**
 * Gives the chain back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_chain(fixtures *handle, const fixtures_link *value, fixtures_keep_chain_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_link_free. */
FIXTURES_API fixtures_status fixtures_keep_chain_sync(fixtures *handle, const fixtures_link *value, fixtures_link *reply);

/** Gets the reply of fixtures_open_session, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_open_session_callback)(fixtures_status status, fixtures_session *reply, const char *error, void *user_data);

/**
 * Opens a session.
 * @param name What it is called.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_open_session(fixtures *handle, const char *name, fixtures_open_session_callback callback, void *user_data);

/** The same, blocking. The caller ends *reply with fixtures_session_release. */
FIXTURES_API fixtures_status fixtures_open_session_sync(fixtures *handle, const char *name, fixtures_session **reply);

/** Gets the reply of fixtures_open_session_later, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_open_session_later_callback)(fixtures_status status, fixtures_session *reply, const char *error, void *user_data);

/**
 * Opens a session, later.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_open_session_later(fixtures *handle, const char *name, fixtures_open_session_later_callback callback, void *user_data);

/** The same, blocking. The caller ends *reply with fixtures_session_release. */
FIXTURES_API fixtures_status fixtures_open_session_later_sync(fixtures *handle, const char *name, fixtures_session **reply);

/** Gets the reply of fixtures_count_sessions, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_count_sessions_callback)(fixtures_status status, int32_t reply, const char *error, void *user_data);

/**
 * How many sessions are open.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_count_sessions(fixtures *handle, fixtures_count_sessions_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_count_sessions_sync(fixtures *handle, int32_t *reply);

/** Gets the reply of fixtures_keep_optional_int32, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_optional_int32_callback)(fixtures_status status, const fixtures_keep_optional_int32_reply *reply, const char *error, void *user_data);

/**
 * Gives the number back, or nothing.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_optional_int32(fixtures *handle, const int32_t *value, fixtures_keep_optional_int32_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_optional_int32_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_optional_int32_sync(fixtures *handle, const int32_t *value, fixtures_keep_optional_int32_reply *reply);

/** Gets the reply of fixtures_keep_optional_point, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_optional_point_callback)(fixtures_status status, const fixtures_keep_optional_point_reply *reply, const char *error, void *user_data);

/**
 * Gives the point back, or nothing.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_optional_point(fixtures *handle, const fixtures_point *value, fixtures_keep_optional_point_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_optional_point_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_optional_point_sync(fixtures *handle, const fixtures_point *value, fixtures_keep_optional_point_reply *reply);

/** Gets the reply of fixtures_keep_optionals, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_optionals_callback)(fixtures_status status, const fixtures_keep_optionals_reply *reply, const char *error, void *user_data);

/**
 * Gives the record back, or nothing.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_optionals(fixtures *handle, const fixtures_optionals *value, fixtures_keep_optionals_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_optionals_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_optionals_sync(fixtures *handle, const fixtures_optionals *value, fixtures_keep_optionals_reply *reply);

/** Gets the reply of fixtures_keep_optional_numbers, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_optional_numbers_callback)(fixtures_status status, const fixtures_optional_numbers *reply, const char *error, void *user_data);

/**
 * Gives the numbers back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_optional_numbers(fixtures *handle, const fixtures_optional_numbers *value, fixtures_keep_optional_numbers_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_optional_numbers_free. */
FIXTURES_API fixtures_status fixtures_keep_optional_numbers_sync(fixtures *handle, const fixtures_optional_numbers *value, fixtures_optional_numbers *reply);

/** Gets the reply of fixtures_keep_optional_lists, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_optional_lists_callback)(fixtures_status status, const fixtures_optional_lists *reply, const char *error, void *user_data);

/**
 * Gives the lists back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_optional_lists(fixtures *handle, const fixtures_optional_lists *value, fixtures_keep_optional_lists_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_optional_lists_free. */
FIXTURES_API fixtures_status fixtures_keep_optional_lists_sync(fixtures *handle, const fixtures_optional_lists *value, fixtures_optional_lists *reply);

/** Gets the reply of fixtures_write0, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_write0_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * No parameter.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_write0(fixtures *handle, fixtures_write0_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_write0_sync(fixtures *handle, char **reply);

/** Gets the reply of fixtures_write1, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_write1_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * One parameter.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_write1(fixtures *handle, int32_t a, fixtures_write1_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_write1_sync(fixtures *handle, int32_t a, char **reply);

/** Gets the reply of fixtures_write2, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_write2_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Two parameters.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_write2(fixtures *handle, int32_t a, const char *b, fixtures_write2_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_write2_sync(fixtures *handle, int32_t a, const char *b, char **reply);

/** Gets the reply of fixtures_write3, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_write3_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Three parameters.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_write3(fixtures *handle, int32_t a, const char *b, bool c, fixtures_write3_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_write3_sync(fixtures *handle, int32_t a, const char *b, bool c, char **reply);

/** Gets the reply of fixtures_write4, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_write4_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Four parameters.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_write4(fixtures *handle, int32_t a, const char *b, bool c, double d, fixtures_write4_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_write4_sync(fixtures *handle, int32_t a, const char *b, bool c, double d, char **reply);

/** Gets the reply of fixtures_write5, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_write5_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Five parameters.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_write5(fixtures *handle, int32_t a, const char *b, bool c, double d, fixtures_color e, fixtures_write5_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_write5_sync(fixtures *handle, int32_t a, const char *b, bool c, double d, fixtures_color e, char **reply);

/** Gets the reply of fixtures_write6, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_write6_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Six parameters.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_write6(fixtures *handle, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size, fixtures_write6_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_write6_sync(fixtures *handle, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size, char **reply);

/** Gets the reply of fixtures_write7, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_write7_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Seven parameters.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_write7(fixtures *handle, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size, const int32_t *g, size_t g_count, fixtures_write7_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_write7_sync(fixtures *handle, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size, const int32_t *g, size_t g_count, char **reply);

/** Gets the reply of fixtures_write8, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_write8_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Eight parameters.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_write8(fixtures *handle, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size, const int32_t *g, size_t g_count, const fixtures_label *h, fixtures_write8_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_write8_sync(fixtures *handle, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size, const int32_t *g, size_t g_count, const fixtures_label *h, char **reply);

/** Gets the reply of fixtures_raise_counts, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_raise_counts_callback)(fixtures_status status, const char *error, void *user_data);

/**
 * Raises the events of two to seven parameters.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_raise_counts(fixtures *handle, fixtures_raise_counts_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_raise_counts_sync(fixtures *handle);

/** Gets the reply of fixtures_keep_bool, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_bool_callback)(fixtures_status status, bool reply, const char *error, void *user_data);

/**
 * Gives the boolean back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_bool(fixtures *handle, bool value, fixtures_keep_bool_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_bool_sync(fixtures *handle, bool value, bool *reply);

/** Gets the reply of fixtures_keep_int8, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_int8_callback)(fixtures_status status, int8_t reply, const char *error, void *user_data);

/**
 * Gives the number back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_int8(fixtures *handle, int8_t value, fixtures_keep_int8_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_int8_sync(fixtures *handle, int8_t value, int8_t *reply);

/** Gets the reply of fixtures_keep_uint8, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_uint8_callback)(fixtures_status status, uint8_t reply, const char *error, void *user_data);

/**
 * Gives the number back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_uint8(fixtures *handle, uint8_t value, fixtures_keep_uint8_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_uint8_sync(fixtures *handle, uint8_t value, uint8_t *reply);

/** Gets the reply of fixtures_keep_int16, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_int16_callback)(fixtures_status status, int16_t reply, const char *error, void *user_data);

/**
 * Gives the number back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_int16(fixtures *handle, int16_t value, fixtures_keep_int16_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_int16_sync(fixtures *handle, int16_t value, int16_t *reply);

/** Gets the reply of fixtures_keep_uint16, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_uint16_callback)(fixtures_status status, uint16_t reply, const char *error, void *user_data);

/**
 * Gives the number back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_uint16(fixtures *handle, uint16_t value, fixtures_keep_uint16_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_uint16_sync(fixtures *handle, uint16_t value, uint16_t *reply);

/** Gets the reply of fixtures_keep_int32, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_int32_callback)(fixtures_status status, int32_t reply, const char *error, void *user_data);

/**
 * Gives the number back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_int32(fixtures *handle, int32_t value, fixtures_keep_int32_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_int32_sync(fixtures *handle, int32_t value, int32_t *reply);

/** Gets the reply of fixtures_keep_uint32, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_uint32_callback)(fixtures_status status, uint32_t reply, const char *error, void *user_data);

/**
 * Gives the number back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_uint32(fixtures *handle, uint32_t value, fixtures_keep_uint32_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_uint32_sync(fixtures *handle, uint32_t value, uint32_t *reply);

/** Gets the reply of fixtures_keep_int64, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_int64_callback)(fixtures_status status, int64_t reply, const char *error, void *user_data);

/**
 * Gives the number back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_int64(fixtures *handle, int64_t value, fixtures_keep_int64_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_int64_sync(fixtures *handle, int64_t value, int64_t *reply);

/** Gets the reply of fixtures_keep_uint64, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_uint64_callback)(fixtures_status status, uint64_t reply, const char *error, void *user_data);

/**
 * Gives the number back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_uint64(fixtures *handle, uint64_t value, fixtures_keep_uint64_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_uint64_sync(fixtures *handle, uint64_t value, uint64_t *reply);

/** Gets the reply of fixtures_keep_float, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_float_callback)(fixtures_status status, float reply, const char *error, void *user_data);

/**
 * Gives the number back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_float(fixtures *handle, float value, fixtures_keep_float_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_float_sync(fixtures *handle, float value, float *reply);

/** Gets the reply of fixtures_keep_double, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_double_callback)(fixtures_status status, double reply, const char *error, void *user_data);

/**
 * Gives the number back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_double(fixtures *handle, double value, fixtures_keep_double_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_keep_double_sync(fixtures *handle, double value, double *reply);

/** Gets the reply of fixtures_keep_scalars, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_scalars_callback)(fixtures_status status, const fixtures_scalars *reply, const char *error, void *user_data);

/**
 * Gives all of them back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_scalars(fixtures *handle, const fixtures_scalars *value, fixtures_keep_scalars_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_scalars_free. */
FIXTURES_API fixtures_status fixtures_keep_scalars_sync(fixtures *handle, const fixtures_scalars *value, fixtures_scalars *reply);

/** Gets the reply of fixtures_keep_text, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_text_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Gives the text back.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_text(fixtures *handle, const char *value, fixtures_keep_text_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_keep_text_sync(fixtures *handle, const char *value, char **reply);

/** Gets the reply of fixtures_keep_optional_text, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_keep_optional_text_callback)(fixtures_status status, const fixtures_keep_optional_text_reply *reply, const char *error, void *user_data);

/**
 * Gives the text back, or nothing.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_keep_optional_text(fixtures *handle, const char *value, fixtures_keep_optional_text_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with fixtures_keep_optional_text_reply_free. */
FIXTURES_API fixtures_status fixtures_keep_optional_text_sync(fixtures *handle, const char *value, fixtures_keep_optional_text_reply *reply);

/** Gets the reply of fixtures_lone_surrogate, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_lone_surrogate_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Answers a text that no UTF-8 can carry.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_lone_surrogate(fixtures *handle, fixtures_lone_surrogate_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_lone_surrogate_sync(fixtures *handle, char **reply);

/** Gets the reply of fixtures_embedded_nul, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_embedded_nul_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * Answers a text that no C string can carry.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_embedded_nul(fixtures *handle, fixtures_embedded_nul_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_embedded_nul_sync(fixtures *handle, char **reply);

/** Gets the reply of fixtures_pass, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_pass_callback)(fixtures_status status, int64_t reply, const char *error, void *user_data);

/**
 * Passes, and answers how many have.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_pass(fixtures *handle, fixtures_pass_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_pass_sync(fixtures *handle, int64_t *reply);

/** Gets the reply of fixtures_pass_twice, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_pass_twice_callback)(fixtures_status status, int64_t reply, const char *error, void *user_data);

/**
 * Passes twice, with an await between, where others may pass; answers how many have.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_pass_twice(fixtures *handle, fixtures_pass_twice_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_pass_twice_sync(fixtures *handle, int64_t *reply);

/** Gets the reply of fixtures_pass_and_stay, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_pass_and_stay_callback)(fixtures_status status, const char *error, void *user_data);

/**
 * Passes, and waits until the call is cancelled.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_pass_and_stay(fixtures *handle, fixtures_pass_and_stay_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_pass_and_stay_sync(fixtures *handle);

/** Gets the reply of fixtures_occupy, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_occupy_callback)(fixtures_status status, const char *error, void *user_data);

/**
 * Keeps the object busy, without an await, until vacate.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_occupy(fixtures *handle, fixtures_occupy_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_occupy_sync(fixtures *handle);

/** Gets the reply of fixtures_count_occupied, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_count_occupied_callback)(fixtures_status status, int32_t reply, const char *error, void *user_data);

/**
 * How many objects occupy keeps busy.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_count_occupied(fixtures_count_occupied_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_count_occupied_sync(int32_t *reply);

/** Gets the reply of fixtures_vacate, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_vacate_callback)(fixtures_status status, const char *error, void *user_data);

/**
 * Ends one occupy.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_vacate(fixtures_vacate_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_vacate_sync(void);

/** Gets the reply of fixtures_count_collisions, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_count_collisions_callback)(fixtures_status status, int32_t reply, const char *error, void *user_data);

/**
 * How often two were inside at once; 0 unless the library is broken.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_count_collisions(fixtures *handle, fixtures_count_collisions_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_count_collisions_sync(fixtures *handle, int32_t *reply);

/** Gets the reply of fixtures_session_add, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_session_add_callback)(fixtures_status status, int64_t reply, const char *error, void *user_data);

/**
 * Adds a number and answers the sum.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_session_add(fixtures_session *handle, int64_t number, fixtures_session_add_callback callback, void *user_data);

/** The same, blocking. */
FIXTURES_API fixtures_status fixtures_session_add_sync(fixtures_session *handle, int64_t number, int64_t *reply);

/** Gets the reply of fixtures_session_name, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_session_name_callback)(fixtures_status status, const char *reply, const char *error, void *user_data);

/**
 * The session's name, later.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_session_name(fixtures_session *handle, fixtures_session_name_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with fixtures_string_free. */
FIXTURES_API fixtures_status fixtures_session_name_sync(fixtures_session *handle, char **reply);

/** Gets the reply of fixtures_session_fork, or NULL and an error; both are valid during the call. */
typedef void (*fixtures_session_fork_callback)(fixtures_status status, fixtures_session *reply, const char *error, void *user_data);

/**
 * Opens a session that goes on from this one's sum.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
FIXTURES_API fixtures_status fixtures_session_fork(fixtures_session *handle, const char *name, fixtures_session_fork_callback callback, void *user_data);

/** The same, blocking. The caller ends *reply with fixtures_session_release. */
FIXTURES_API fixtures_status fixtures_session_fork_sync(fixtures_session *handle, const char *name, fixtures_session **reply);

/** Ends the handle, and disposes of what it stands for. It can still be called after fixtures_destroy. */
FIXTURES_API fixtures_status fixtures_session_release(fixtures_session *handle);

/* ---- Events: one listener's events come in order, one at a time. ---- */

/** Carries nothing. The event is valid during the call. */
typedef void (*fixtures_on_tick_listener)(void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what fixtures_remove_listener takes. */
FIXTURES_API fixtures_status fixtures_add_on_tick_listener(fixtures *handle, fixtures_on_tick_listener listener, void *user_data, uint64_t *listener_id);

/** Carries a number. The event is valid during the call. */
typedef void (*fixtures_on_count_listener)(const fixtures_on_count_event *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what fixtures_remove_listener takes. */
FIXTURES_API fixtures_status fixtures_add_on_count_listener(fixtures *handle, fixtures_on_count_listener listener, void *user_data, uint64_t *listener_id);

/** Carries a record. The event is valid during the call. */
typedef void (*fixtures_on_label_listener)(const fixtures_label *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what fixtures_remove_listener takes. */
FIXTURES_API fixtures_status fixtures_add_on_label_listener(fixtures *handle, fixtures_on_label_listener listener, void *user_data, uint64_t *listener_id);

/** Carries eight things. The event is valid during the call. */
typedef void (*fixtures_on_everything_listener)(const fixtures_on_everything_event *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what fixtures_remove_listener takes. */
FIXTURES_API fixtures_status fixtures_add_on_everything_listener(fixtures *handle, fixtures_on_everything_listener listener, void *user_data, uint64_t *listener_id);

/** Carries two parameters. The event is valid during the call. */
typedef void (*fixtures_on_two_listener)(const fixtures_on_two_event *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what fixtures_remove_listener takes. */
FIXTURES_API fixtures_status fixtures_add_on_two_listener(fixtures *handle, fixtures_on_two_listener listener, void *user_data, uint64_t *listener_id);

/** Carries three parameters. The event is valid during the call. */
typedef void (*fixtures_on_three_listener)(const fixtures_on_three_event *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what fixtures_remove_listener takes. */
FIXTURES_API fixtures_status fixtures_add_on_three_listener(fixtures *handle, fixtures_on_three_listener listener, void *user_data, uint64_t *listener_id);

/** Carries four parameters. The event is valid during the call. */
typedef void (*fixtures_on_four_listener)(const fixtures_on_four_event *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what fixtures_remove_listener takes. */
FIXTURES_API fixtures_status fixtures_add_on_four_listener(fixtures *handle, fixtures_on_four_listener listener, void *user_data, uint64_t *listener_id);

/** Carries five parameters. The event is valid during the call. */
typedef void (*fixtures_on_five_listener)(const fixtures_on_five_event *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what fixtures_remove_listener takes. */
FIXTURES_API fixtures_status fixtures_add_on_five_listener(fixtures *handle, fixtures_on_five_listener listener, void *user_data, uint64_t *listener_id);

/** Carries six parameters. The event is valid during the call. */
typedef void (*fixtures_on_six_listener)(const fixtures_on_six_event *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what fixtures_remove_listener takes. */
FIXTURES_API fixtures_status fixtures_add_on_six_listener(fixtures *handle, fixtures_on_six_listener listener, void *user_data, uint64_t *listener_id);

/** Carries seven parameters. The event is valid during the call. */
typedef void (*fixtures_on_seven_listener)(const fixtures_on_seven_event *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what fixtures_remove_listener takes. */
FIXTURES_API fixtures_status fixtures_add_on_seven_listener(fixtures *handle, fixtures_on_seven_listener listener, void *user_data, uint64_t *listener_id);

/** Carries how many have passed. The event is valid during the call. */
typedef void (*fixtures_on_passed_listener)(const fixtures_on_passed_event *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what fixtures_remove_listener takes. */
FIXTURES_API fixtures_status fixtures_add_on_passed_listener(fixtures *handle, fixtures_on_passed_listener listener, void *user_data, uint64_t *listener_id);

/** Removes a listener; its callback does not run again, unless this is called from inside it. */
FIXTURES_API fixtures_status fixtures_remove_listener(fixtures *handle, uint64_t listener_id);

/** How many events a listener has lost; past 1024 that wait for it, the newest is. */
FIXTURES_API fixtures_status fixtures_listener_lost(fixtures *handle, uint64_t listener_id, uint64_t *lost);

/* ---- Serving other processes ---- */

/** A running server. An opaque handle. */
typedef struct fixtures_server fixtures_server;

/** How bytes get from sockets to the library and back. */
typedef enum fixtures_transport {
    FIXTURES_TRANSPORT_AUTOMATIC = 0, /**< The fastest that the platform has. */
    FIXTURES_TRANSPORT_EPOLL = 1,     /**< Loops over non-blocking sockets, on threads of their own. Linux only. */
    FIXTURES_TRANSPORT_SOCKETS = 2    /**< System.Net.Sockets, on a pool of threads. */
} fixtures_transport;

/** What a server listens on, and its limits; a field of 0 stands for the default. */
typedef struct fixtures_server_options {
    size_t size;                  /**< sizeof(fixtures_server_options): see FIXTURES_SERVER_OPTIONS_INIT. */
    const char *address;          /**< unix:PATH, tcp:HOST:PORT, tcp:[IPV6]:PORT (port 0 picks one), or fd:N. */
    bool allow_remote;            /**< Allow TCP beyond loopback: the wire is not encrypted. */
    fixtures_transport transport; /**< Default automatic. */
    uint32_t loop_threads;        /**< Threads of the epoll transport, which synchronous methods run on. Default 1. */
    uint32_t max_method_bytes;    /**< Longest method name. Default 255. */
    uint32_t max_payload_bytes;   /**< Largest payload. Default 16 MiB. */
    uint32_t max_nesting;         /**< Nesting of a request's arrays and maps. Default 64, at most 1024. */
    uint32_t max_objects;         /**< Objects that a connection holds. Default 1024. */
    uint32_t max_in_flight;       /**< Unanswered requests of a connection before it is not read. Default 1024. */
    uint32_t max_unread_bytes;    /**< Unread output of a connection before it is not read. Default 1 MiB. */
    uint32_t max_connections;     /**< Open connections. Default 1024. */
    uint32_t frame_timeout_ms;    /**< How long a frame may stay unfinished. Default 30 s. */
    uint32_t progress_timeout_ms; /**< How long output may stay unread without progress. Default 30 s. */
    uint32_t drain_timeout_ms;    /**< How long calls in flight may take on stop. Default 5 s. */
} fixtures_server_options;

/** The options' initial value: all defaults. Set the address. */
#define FIXTURES_SERVER_OPTIONS_INIT {sizeof(fixtures_server_options), NULL, false, FIXTURES_TRANSPORT_AUTOMATIC, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

/** Serves the handle to other processes, on threads of the library, until fixtures_server_stop. */
FIXTURES_API fixtures_status fixtures_server_start(fixtures *handle, const fixtures_server_options *options, fixtures_server **server);

/** The address to connect to, with the real port. Valid until stop; NULL if the handle is invalid. */
FIXTURES_API const char *fixtures_server_address(fixtures_server *server);

/** Stops accepting, answers what is in flight within the drain time, closes. Ends the handle. */
FIXTURES_API fixtures_status fixtures_server_stop(fixtures_server *server);

/**
 * Makes the process a server: prints "listening on ADDRESS" when ready, blocks until SIGINT or SIGTERM, then stops
 * as fixtures_server_stop does. The only function that handles signals or writes to standard output.
 */
FIXTURES_API fixtures_status fixtures_serve(fixtures *handle, const fixtures_server_options *options);

#ifdef __cplusplus
}
#endif

#endif
