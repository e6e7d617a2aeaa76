/* ---- memory ---- */

/**
 * Where decoded texts, bytes and lists lie: blocks that are allocated as they are needed, or a buffer of the
 * caller's. All of it ends at once, with my_library_cbor_memory_reset or _free.
 */
typedef struct my_library_cbor_memory {
    uint8_t *block;  /**< What pieces are cut from: the newest block, or the caller's buffer. */
    size_t capacity; /**< Bytes in it. */
    size_t used;     /**< How many of them are taken. */
    size_t total;    /**< Bytes in all blocks. */
    size_t limit;    /**< Most bytes in all blocks: a bound on what a peer can have you hold. */
    bool fixed;      /**< There is only the caller's buffer. */
} my_library_cbor_memory;

/** Internal: what a block begins with. */
typedef union my_library_cbor_block {
    union my_library_cbor_block *previous; /**< The block before it. */
    uint64_t integer;                      /**< Here for its alignment. */
    double number;                         /**< Here for its alignment. */
} my_library_cbor_block;

/** Memory that allocates as it is needed; release it with my_library_cbor_memory_free. */
static inline my_library_cbor_memory my_library_cbor_memory_growable(void)
{
    my_library_cbor_memory memory;
    memset(&memory, 0, sizeof memory);
    memory.limit = SIZE_MAX;
    return memory;
}

/** The `capacity` bytes at `buffer`, and no more: what does not fit is an error. */
static inline my_library_cbor_memory my_library_cbor_memory_fixed(void *buffer, size_t capacity)
{
    my_library_cbor_memory memory = my_library_cbor_memory_growable();
    memory.block = (uint8_t *)buffer;
    memory.capacity = capacity;
    memory.fixed = true;
    return memory;
}

/** Internal: frees the blocks before the newest. */
static inline void my_library_cbor_memory_trim(my_library_cbor_memory *memory)
{
    my_library_cbor_block *newest = (my_library_cbor_block *)(void *)memory->block;
    while (newest != NULL && newest->previous != NULL) {
        my_library_cbor_block *previous = newest->previous;
        newest->previous = previous->previous;
        free(previous);
    }
    memory->total = memory->capacity;
}

/** Ends all that was decoded into it; keeps its newest block, which is the largest, for the next message. */
static inline void my_library_cbor_memory_reset(my_library_cbor_memory *memory)
{
    if (!memory->fixed)
        my_library_cbor_memory_trim(memory);
    memory->used = memory->fixed || memory->block == NULL ? 0 : sizeof(my_library_cbor_block);
}

/** Ends all that was decoded into it and frees its blocks; NULL and a caller's buffer are fine. */
static inline void my_library_cbor_memory_free(my_library_cbor_memory *memory)
{
    size_t limit;
    if (memory == NULL)
        return;
    my_library_cbor_memory_reset(memory);
    if (memory->fixed)
        return;
    limit = memory->limit;
    free(memory->block);
    *memory = my_library_cbor_memory_growable();
    memory->limit = limit;
}

/** Internal: puts another block with room for `size` bytes in front; says what is in the way if it cannot. */
static inline my_library_cbor_error my_library_cbor_memory_grow(my_library_cbor_memory *memory, size_t size)
{
    const size_t most = memory->limit > memory->total ? memory->limit - memory->total : 0;
    size_t capacity = memory->capacity < 512 ? 1024 : 2 * memory->capacity;
    my_library_cbor_block *block;
    if (memory->fixed || size > most || most - size < sizeof *block)
        return MY_LIBRARY_CBOR_ERROR_FULL;
    if (capacity < memory->capacity || capacity - sizeof *block < size)
        capacity = size + sizeof *block;
    if (capacity > most)
        capacity = most;
    block = (my_library_cbor_block *)malloc(capacity);
    if (block == NULL)
        return MY_LIBRARY_CBOR_ERROR_MEMORY;
    block->previous = (my_library_cbor_block *)(void *)memory->block;
    memory->block = (uint8_t *)block;
    memory->capacity = capacity;
    memory->used = sizeof *block;
    memory->total += capacity;
    return MY_LIBRARY_CBOR_NO_ERROR;
}

/** Internal: the bytes before the next piece of such an alignment, a power of two. */
static inline size_t my_library_cbor_memory_gap(const my_library_cbor_memory *memory, size_t alignment)
{
    return (size_t)(0 - ((uintptr_t)memory->block + memory->used)) & (alignment - 1);
}

/** Internal: cuts a piece off, aligned for every member of a struct, or for bytes; NULL, with *error set. */
static inline void *my_library_cbor_memory_take(my_library_cbor_memory *memory, size_t size, bool is_bytes,
                                                my_library_cbor_error *error)
{
    static uint64_t nothing;
    const size_t alignment = is_bytes ? 1 : sizeof nothing;
    size_t gap;
    void *piece;
    if (size == 0)
        return &nothing;
    gap = my_library_cbor_memory_gap(memory, alignment);
    if (gap > memory->capacity - memory->used || size > memory->capacity - memory->used - gap) {
        *error = my_library_cbor_memory_grow(memory, size);
        if (*error != MY_LIBRARY_CBOR_NO_ERROR)
            return NULL;
        gap = my_library_cbor_memory_gap(memory, alignment);
    }
    piece = memory->block + memory->used + gap;
    memory->used += gap + size;
    return piece;
}
