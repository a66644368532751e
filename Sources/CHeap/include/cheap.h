// Heaps of large pages for a process that does one thing and ends.
#ifndef CHEAP_H
#define CHEAP_H

/// Lets the first thread have a heap and all others another, both of which keep what they have. Call it once, before
/// other threads run, in a process that has two threads: more of them would wait for each other.
void vigie_use_two_heaps(void);

/// Grows the heap of the calling thread and asks the system for large pages there; where the system has none, only the
/// former. Call it once on a thread, after `vigie_use_two_heaps`.
///
/// A check touches about a thousand pages of heap for the first time, at some microseconds each; a large page takes the
/// place of 512 and costs a tenth of them.
void vigie_use_large_pages(void);

#endif
