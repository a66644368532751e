#include "cre2.h"

#include <memory>
#include <re2/re2.h>

struct cre2_pattern {
  std::unique_ptr<re2::RE2> regex;
};

extern "C" cre2_pattern *cre2_compile(const char *pattern, size_t length) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  auto result = new cre2_pattern;
  result->regex = std::make_unique<re2::RE2>(re2::StringPiece(pattern, length), options);
  return result;
}

extern "C" const char *cre2_error(const cre2_pattern *pattern) {
  return pattern->regex->ok() ? nullptr : pattern->regex->error().c_str();
}

extern "C" bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t length) {
  return pattern->regex->ok() && re2::RE2::PartialMatch(re2::StringPiece(text, length), *pattern->regex);
}

extern "C" void cre2_free(cre2_pattern *pattern) { delete pattern; }
