// A C interface to RE2: the part of it that the rule language uses.
#ifndef CRE2_H
#define CRE2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern.
typedef struct cre2_pattern cre2_pattern;

/// Compiles a pattern of `length` UTF-8 bytes; never null. Ask `cre2_error` whether it compiled.
cre2_pattern *cre2_compile(const char *pattern, size_t length);

/// The reason why the pattern did not compile, or null when it did. Lives as long as the pattern.
const char *cre2_error(const cre2_pattern *pattern);

/// Whether the pattern matches anywhere in `length` bytes of text; false for a pattern that did not compile.
bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t length);

/// Frees the pattern.
void cre2_free(cre2_pattern *pattern);

#ifdef __cplusplus
}
#endif
#endif
