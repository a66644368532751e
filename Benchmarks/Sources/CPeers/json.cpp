#include "cpeers.h"

#include <simdjson.h>

using namespace simdjson;

static uint64_t walk(dom::element element) {
  uint64_t sum = 1;
  switch (element.type()) {
  case dom::element_type::ARRAY:
    for (auto item : dom::array(element)) sum += walk(item);
    break;
  case dom::element_type::OBJECT:
    for (auto field : dom::object(element)) sum += field.key.size() + walk(field.value);
    break;
  case dom::element_type::STRING: sum += element.get_string_length(); break;
  case dom::element_type::INT64: sum += static_cast<uint64_t>(int64_t(element)); break;
  case dom::element_type::UINT64: sum += uint64_t(element); break;
  case dom::element_type::DOUBLE: sum += static_cast<uint64_t>(double(element)); break;
  default: break;
  }
  return sum;
}

extern "C" void *peer_json_new(void) { return new dom::parser(); }

extern "C" size_t peer_json_padding(void) { return SIMDJSON_PADDING; }

extern "C" uint64_t peer_json_walk(void *parser, const uint8_t *text, size_t count) {
  dom::element element;
  if (static_cast<dom::parser *>(parser)->parse(text, count, false).get(element)) return 0;
  return walk(element);
}
