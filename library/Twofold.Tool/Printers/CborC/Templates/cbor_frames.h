/** Stores a u32 in network byte order. */
static inline void my_library_frame_put_u32(uint8_t *to, uint32_t value)
{
    my_library_cbor_store(to, value, 4);
}

/** Loads a u32 in network byte order. */
static inline uint32_t my_library_frame_get_u32(const uint8_t *from)
{
    return (uint32_t)from[0] << 24 | (uint32_t)from[1] << 16 | (uint32_t)from[2] << 8 | (uint32_t)from[3];
}

/** Writes a request up to its payload. Then write the payload, and call my_library_frame_end. */
static inline void my_library_frame_begin_request(my_library_cbor_writer *writer, const char *method)
{
    size_t size = strlen(method);
    uint8_t *to;
    if (size > MY_LIBRARY_FRAME_MAX_METHOD)
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_TOO_LARGE, "a method name", size);
    to = my_library_cbor_reserve(writer, 4 + size + 4);
    if (to != NULL) {
        my_library_frame_put_u32(to, (uint32_t)size);
        memcpy(to + 4, method, size);
        my_library_frame_put_u32(to + 4 + size, 0);
        writer->start = writer->size;
    }
}

/** Writes a reply up to its body. Then write the body, and call my_library_frame_end. */
static inline void my_library_frame_begin_reply(my_library_cbor_writer *writer, int32_t status)
{
    uint8_t *to = my_library_cbor_reserve(writer, MY_LIBRARY_FRAME_REPLY_HEAD);
    if (to != NULL) {
        my_library_frame_put_u32(to, (uint32_t)status);
        my_library_frame_put_u32(to + 4, 0);
        writer->start = writer->size;
    }
}

/** Completes the frame that was begun last: fills in its size. */
static inline void my_library_frame_end(my_library_cbor_writer *writer)
{
    const size_t size = writer->size - writer->start;
    if (size > MY_LIBRARY_FRAME_MAX_PAYLOAD)
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_TOO_LARGE, "a payload", size);
    if (writer->error == MY_LIBRARY_CBOR_NO_ERROR)
        my_library_frame_put_u32(writer->data + writer->start - 4, (uint32_t)size);
}

/** Writes the frame of an event: its name, the number of lost events, and the encoded payload. */
static inline void my_library_frame_write_event(my_library_cbor_writer *writer, const char *name,
                                                uint64_t lost, const void *payload, size_t size)
{
    my_library_frame_begin_reply(writer, MY_LIBRARY_FRAME_EVENT);
    my_library_cbor_write_map(writer, 3);
    my_library_cbor_write_key(writer, "event");
    my_library_cbor_write_text(writer, name);
    my_library_cbor_write_key(writer, "lost");
    my_library_cbor_write_uint(writer, lost);
    my_library_cbor_write_key(writer, "payload");
    my_library_cbor_write_raw(writer, payload, size);
    my_library_frame_end(writer);
}

/** The body of an event's frame. */
typedef struct my_library_frame_event {
    const char *name;               /**< The event's name, in the reader's memory. */
    uint64_t lost;                  /**< How many of these events this subscriber has lost so far. */
    my_library_cbor_reader payload; /**< At the payload; pass it to the event's own function. */
} my_library_frame_event;

/** Reads the body of a frame with the status MY_LIBRARY_FRAME_EVENT. */
static inline bool my_library_frame_read_event(my_library_cbor_reader *reader, my_library_frame_event *event)
{
    static const char *const keys[] = {"event", "lost", "payload"};
    my_library_cbor_members members;
    memset(event, 0, sizeof *event);
    my_library_cbor_begin_members(reader, &members, keys, 3, 0);
    while (my_library_cbor_next_member(reader, &members)) {
        if (members.member == 0) {
            my_library_cbor_take_text(reader, &event->name, NULL);
        } else if (members.member == 1) {
            my_library_cbor_read_uint64(reader, &event->lost);
        } else {
            event->payload = *reader;
            my_library_cbor_skip(reader);
        }
    }
    my_library_cbor_finish(reader);
    return my_library_cbor_decoded(reader, event, sizeof *event);
}

/** Reads the header of a reply; check `size` against MY_LIBRARY_FRAME_MAX_PAYLOAD before you use it. */
static inline void my_library_frame_parse_reply(const uint8_t head[8], int32_t *status, uint32_t *size)
{
    uint32_t bits = my_library_frame_get_u32(head);
    memcpy(status, &bits, sizeof *status);
    *size = my_library_frame_get_u32(head + 4);
}

/** The result of my_library_frame_parse_request_within. */
typedef enum my_library_frame_state {
    MY_LIBRARY_FRAME_PARTIAL,          /**< More bytes are needed. */
    MY_LIBRARY_FRAME_COMPLETE,         /**< A complete request. */
    MY_LIBRARY_FRAME_METHOD_TOO_LONG,  /**< `method_size` exceeds its limit. */
    MY_LIBRARY_FRAME_PAYLOAD_TOO_LARGE /**< `payload_size` exceeds its limit. */
} my_library_frame_state;

/** A request in the caller's buffer. */
typedef struct my_library_frame_request {
    const char *method;     /**< Its wire name, without a NUL. */
    size_t method_size;     /**< Its size in bytes. */
    const uint8_t *payload; /**< The CBOR map of parameters. */
    size_t payload_size;    /**< Its size in bytes. */
    size_t frame_size;      /**< Size of the whole frame; the next frame follows it. */
} my_library_frame_request;

/** Finds the request at the start of the bytes, in constant time. */
static inline my_library_frame_state my_library_frame_parse_request_within(const uint8_t *data, size_t size,
                                                                           size_t max_method,
                                                                           size_t max_payload,
                                                                           my_library_frame_request *request)
{
    memset(request, 0, sizeof *request);
    if (size < 4)
        return MY_LIBRARY_FRAME_PARTIAL;
    request->method_size = my_library_frame_get_u32(data);
    if (request->method_size > max_method)
        return MY_LIBRARY_FRAME_METHOD_TOO_LONG;
    if (size < 4 + request->method_size + 4)
        return MY_LIBRARY_FRAME_PARTIAL;
    request->payload_size = my_library_frame_get_u32(data + 4 + request->method_size);
    if (request->payload_size > max_payload)
        return MY_LIBRARY_FRAME_PAYLOAD_TOO_LARGE;
    request->frame_size = 4 + request->method_size + 4 + request->payload_size;
    if (size < request->frame_size)
        return MY_LIBRARY_FRAME_PARTIAL;
    request->method = (const char *)data + 4;
    request->payload = data + 4 + request->method_size + 4;
    return MY_LIBRARY_FRAME_COMPLETE;
}

/** The same with the default limits, MY_LIBRARY_FRAME_MAX_METHOD and MY_LIBRARY_FRAME_MAX_PAYLOAD. */
static inline my_library_frame_state my_library_frame_parse_request(const uint8_t *data, size_t size,
                                                                    my_library_frame_request *request)
{
    return my_library_frame_parse_request_within(data, size, MY_LIBRARY_FRAME_MAX_METHOD,
                                                 MY_LIBRARY_FRAME_MAX_PAYLOAD, request);
}
