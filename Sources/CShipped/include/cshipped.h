// The schemas and rule packs inside the program.
#ifndef CSHIPPED_H
#define CSHIPPED_H

#include <stddef.h>

/// One embedded file.
struct vigie_file {
  /// The path in the repository, such as `rules/action-plan/pack.yaml`.
  const char *path;
  const unsigned char *bytes;
  size_t size;
};

/// The table of all embedded files, sorted by path as bytes.
const struct vigie_file *vigie_table(void);
/// The number of files in the table.
size_t vigie_count(void);
/// The place in the table of the first path that is not before a path; the number of files where all are.
size_t vigie_place(const char *path);

#endif
