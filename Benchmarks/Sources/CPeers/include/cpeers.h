// The peers that vigie's readers are measured against, in the same run.
#ifndef CPEERS_H
#define CPEERS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A simdjson DOM parser; keeps its buffers from call to call.
void *peer_json_new(void);

/// Parses with simdjson's DOM and walks every value. `padding` readable bytes must follow the text.
uint64_t peer_json_walk(void *parser, const uint8_t *text, size_t count);

/// The bytes that must be readable behind the text.
size_t peer_json_padding(void);

/// Parses with the SAX2 push or pull parser of libxml2 into an arena of 24-byte nodes with positions, all in C.
uint64_t peer_xml_arena(const uint8_t *text, size_t count, int pull);

/// Parses with the SAX2 push or pull parser of libxml2 and handlers that do nothing.
uint64_t peer_xml_empty(const uint8_t *text, size_t count, int pull);

// Counts the heap from start to stop: the most bytes that were live at once beyond the start, and the allocations.
void peer_heap_start(void);
void peer_heap_stop(long *peak_bytes, long *call_count);

#ifdef __cplusplus
}
#endif
#endif
