// A heap of large pages for a process that does one thing and ends.
#ifndef CHEAP_H
#define CHEAP_H

/// Grows the heap of the program and asks the system for large pages there, and lets all threads share that heap; where
/// the system has no large pages, only the latter.
///
/// A check touches about a thousand pages of heap for the first time, at some microseconds each; a large page takes the
/// place of 512 and costs a tenth of them. Threads that share a heap wait for each other, so this is not for a process
/// that works on several reports at the same time. Call it once, before other threads run.
void vigie_use_large_pages(void);

#endif
