/* ---- memory ---- */

/**
 * Holds decoded texts, bytes and lists, in blocks that are allocated on demand or in a buffer of the caller.
 * my_library_cbor_memory_reset or _free releases all of them at once.
 */
typedef struct my_library_cbor_memory {
    uint8_t *block;  /**< The newest block, or the caller's buffer. */
    size_t capacity; /**< Bytes in it. */
    size_t used;     /**< Bytes of it that are in use. */
    size_t total;    /**< Bytes in all blocks. */
    size_t limit;    /**< Limit for all blocks; bounds what a peer can make you allocate. */
    bool fixed;      /**< Only the caller's buffer is used. */
} my_library_cbor_memory;

/** Internal: the header of a block. */
typedef union my_library_cbor_block {
    union my_library_cbor_block *previous; /**< The block before it. */
    uint64_t integer;                      /**< Here for its alignment. */
    double number;                         /**< Here for its alignment. */
} my_library_cbor_block;

/** Memory that allocates on demand; release it with my_library_cbor_memory_free. */
static inline my_library_cbor_memory my_library_cbor_memory_growable(void)
{
    my_library_cbor_memory memory;
    memset(&memory, 0, sizeof memory);
    memory.limit = SIZE_MAX;
    return memory;
}

/** Memory of the `capacity` bytes at `buffer`; it is an error if a value does not fit. */
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

/** Releases all decoded values; keeps the newest block, which is the largest, for the next message. */
static inline void my_library_cbor_memory_reset(my_library_cbor_memory *memory)
{
    if (!memory->fixed)
        my_library_cbor_memory_trim(memory);
    memory->used = memory->fixed || memory->block == NULL ? 0 : sizeof(my_library_cbor_block);
}

/** Releases all decoded values and frees the blocks; NULL and a caller's buffer are allowed. */
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

/** Internal: allocates a new block with room for `size` bytes, or returns the error. */
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

/** Internal: the padding before the next piece with this alignment, a power of two. */
static inline size_t my_library_cbor_memory_gap(const my_library_cbor_memory *memory, size_t alignment)
{
    return (size_t)(0 - ((uintptr_t)memory->block + memory->used)) & (alignment - 1);
}

/** Internal: allocates a piece, aligned for a struct or for bytes; NULL, with *error set, if it fails. */
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
