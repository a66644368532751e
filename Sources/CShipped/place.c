#include "cshipped.h"

#include <string.h>

size_t vigie_place(const char *path) {
  size_t low = 0, high = vigie_count();
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (strcmp(vigie_table()[middle].path, path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
