#include <stddef.h>
#include <stdint.h>

// The entry of libFuzzer for programs with a main of their own; see llvm.org/docs/LibFuzzer.html.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *bytes, size_t count));
