/* ---- CBOR: URIs ---- */

/** Writes a URI: text with tag 32. */
static inline void my_library_cbor_write_uri(my_library_cbor_writer *writer, const char *uri)
{
    my_library_cbor_write_tag(writer, 32);
    my_library_cbor_write_text(writer, uri);
}
