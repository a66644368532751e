#include "ctimezones.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char zones[] = {
#embed "zones.bin"
};

const unsigned char *vigie_time_zones(void) { return zones; }
size_t vigie_time_zones_size(void) { return sizeof zones; }
