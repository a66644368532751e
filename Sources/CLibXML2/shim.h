// libxml2 as a Clang module. Its ICU headers clash with the ICU inside Foundation when both are imported by
// one test bundle, so the switch that pulls them in is turned off before anything else is included.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
