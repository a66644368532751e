// SHA-256 by the instructions that the processor has for it.
#ifndef CDIGEST_H
#define CDIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Writes the SHA-256 of `length` bytes to `digest`, 32 bytes; false when the processor has no instructions for it, and
/// then writes nothing.
bool vigie_sha256(const uint8_t *bytes, size_t length, uint8_t *digest);

#endif
