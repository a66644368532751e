// Counts what the process has on the heap, by standing before the allocator of glibc.
#include "cpeers.h"

#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdbool.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void __libc_free(void *);

static atomic_bool counting;
static atomic_long live, peak, calls;

static void *counted(void *pointer) {
  if (pointer && atomic_load_explicit(&counting, memory_order_relaxed)) {
    long now = atomic_fetch_add(&live, (long)malloc_usable_size(pointer)) + (long)malloc_usable_size(pointer);
    if (now > atomic_load(&peak)) atomic_store(&peak, now);
    atomic_fetch_add(&calls, 1);
  }
  return pointer;
}

static void gone(void *pointer) {
  if (pointer && atomic_load_explicit(&counting, memory_order_relaxed))
    atomic_fetch_sub(&live, (long)malloc_usable_size(pointer));
}

void *malloc(size_t size) { return counted(__libc_malloc(size)); }
void *calloc(size_t count, size_t size) { return counted(__libc_calloc(count, size)); }

void *realloc(void *pointer, size_t size) {
  gone(pointer);
  return counted(__libc_realloc(pointer, size));
}

void free(void *pointer) {
  gone(pointer);
  __libc_free(pointer);
}

void peer_heap_start(void) {
  atomic_store(&live, 0);
  atomic_store(&peak, 0);
  atomic_store(&calls, 0);
  atomic_store(&counting, true);
}

void peer_heap_stop(long *peak_bytes, long *call_count) {
  atomic_store(&counting, false);
  *peak_bytes = atomic_load(&peak);
  *call_count = atomic_load(&calls);
}
