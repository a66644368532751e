// The time zones of the IANA database inside the program; generate.py describes the layout.
#ifndef CTIMEZONES_H
#define CTIMEZONES_H

#include <stddef.h>

/// The bytes of zones.bin.
const unsigned char *vigie_time_zones(void);
/// The number of bytes.
size_t vigie_time_zones_size(void);

#endif
