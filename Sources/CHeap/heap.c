#include "cheap.h"

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>

// The size of a large page of x86-64, and of arm64 where pages have 4 KB.
#define LARGE_PAGE ((uintptr_t)2 << 20)
// What a check with every pack needs on each of its two threads.
#define HEAP (2 * LARGE_PAGE)

// What lies before the first large page. Kept, so that nothing else is put there: pages that nobody touches cost nothing.
static _Thread_local void *skipped;

void vigie_use_two_heaps(void) {
  mallopt(M_ARENA_MAX, 2);
  // The allocator would raise both limits so far by itself, once blocks of that size are freed; now the next block comes
  // from the heap, and the heap is not given back with it.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

void vigie_use_large_pages(void) {
  void *block = malloc(HEAP + LARGE_PAGE);
  if (block == NULL) return;
  const uintptr_t start = (uintptr_t)block;
  const uintptr_t aligned = (start + LARGE_PAGE) & ~(LARGE_PAGE - 1);
  free(block);
  madvise((void *)aligned, HEAP, MADV_HUGEPAGE);
  if (aligned - start > 64) skipped = malloc(aligned - start - 64);
}
#else
void vigie_use_two_heaps(void) {}
void vigie_use_large_pages(void) {}
#endif
