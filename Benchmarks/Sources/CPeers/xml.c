#include "cpeers.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  uint32_t start, end, next, name_start, name_length;
  uint8_t kind, flags;
  uint16_t namespace_index;
} node;

typedef struct {
  xmlParserCtxtPtr context;
  node *nodes;
  size_t count, capacity;
  uint32_t open[512];
  int depth;
} arena;

static node *add(arena *a) {
  if (a->count == a->capacity) {
    a->capacity = a->capacity ? a->capacity * 2 : 1 << 16;
    a->nodes = realloc(a->nodes, a->capacity * sizeof(node));
  }
  return &a->nodes[a->count++];
}

static size_t offset(arena *a) {
  return a->context->input->consumed + (size_t)(a->context->input->cur - a->context->input->base);
}

static void start_element(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                          const xmlChar **declared, int attributes, int defaulted, const xmlChar **values) {
  (void)prefix, (void)uri, (void)namespaces, (void)declared, (void)attributes, (void)defaulted, (void)values;
  arena *a = user;
  const xmlChar *begin = a->context->input->cur;
  while (*begin != '<') begin--;
  size_t start = offset(a) - (size_t)(a->context->input->cur - begin);
  a->open[a->depth++] = (uint32_t)a->count;
  node *n = add(a);
  memset(n, 0, sizeof *n);
  n->start = (uint32_t)start;
  n->name_start = n->start + 1;
  n->name_length = (uint32_t)strlen((const char *)name);
}

static void end_element(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)name, (void)prefix, (void)uri;
  arena *a = user;
  node *n = &a->nodes[a->open[--a->depth]];
  n->end = (uint32_t)offset(a);
  n->next = (uint32_t)a->count;
}

static void characters(void *user, const xmlChar *text, int length) {
  arena *a = user;
  int index = 0;
  while (index < length && (text[index] == ' ' || text[index] == '\n' || text[index] == '\t' || text[index] == '\r')) index++;
  if (index == length) return;
  size_t start = offset(a);
  node *n = add(a);
  memset(n, 0, sizeof *n);
  n->start = (uint32_t)start;
  n->end = (uint32_t)(start + (size_t)length);
  n->next = (uint32_t)a->count;
}

static void nothing_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                          const xmlChar **declared, int attributes, int defaulted, const xmlChar **values) {
  (void)user, (void)name, (void)prefix, (void)uri, (void)namespaces, (void)declared, (void)attributes, (void)defaulted;
  (void)values;
}
static void nothing_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)user, (void)name, (void)prefix, (void)uri;
}
static void nothing_text(void *user, const xmlChar *text, int length) { (void)user, (void)text, (void)length; }

typedef struct {
  const uint8_t *text;
  size_t count, done;
} source;

static int draw(void *user, char *buffer, int size) {
  source *s = user;
  size_t piece = s->count - s->done > (size_t)size ? (size_t)size : s->count - s->done;
  memcpy(buffer, s->text + s->done, piece);
  s->done += piece;
  return (int)piece;
}

// The push parser is given pieces, the pull parser draws them; which one libxml2 is fastest with is up to the text.
static uint64_t parse(xmlSAXHandler *handler, arena *a, const uint8_t *text, size_t count, int pull) {
  handler->initialized = XML_SAX2_MAGIC;
  source s = {text, count, 0};
  xmlParserCtxtPtr context = pull ? xmlCreateIOParserCtxt(handler, a, draw, NULL, &s, XML_CHAR_ENCODING_NONE)
                                  : xmlCreatePushParserCtxt(handler, a, NULL, 0, NULL);
  a->context = context;
  xmlCtxtUseOptions(context, XML_PARSE_HUGE | XML_PARSE_NONET);
  if (pull) {
    xmlParseDocument(context);
  } else {
    for (size_t done = 0; done < count;) {
      size_t chunk = count - done > 65536 ? 65536 : count - done;
      xmlParseChunk(context, (const char *)text + done, (int)chunk, 0);
      done += chunk;
    }
    xmlParseChunk(context, NULL, 0, 1);
  }
  uint64_t sum = a->count + (uint64_t)context->wellFormed;
  xmlFreeParserCtxt(context);
  return sum;
}

uint64_t peer_xml_arena(const uint8_t *text, size_t count, int pull) {
  // The arena is kept from call to call, as vigie's reader keeps its own.
  static arena a;
  a.count = 0;
  a.depth = 0;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElementNs = start_element;
  handler.endElementNs = end_element;
  handler.characters = characters;
  handler.cdataBlock = characters;
  handler.ignorableWhitespace = characters;
  return parse(&handler, &a, text, count, pull);
}

uint64_t peer_xml_empty(const uint8_t *text, size_t count, int pull) {
  static arena a;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElementNs = nothing_start;
  handler.endElementNs = nothing_end;
  handler.characters = nothing_text;
  handler.cdataBlock = nothing_text;
  handler.ignorableWhitespace = nothing_text;
  return parse(&handler, &a, text, count, pull);
}
