#!/usr/bin/env python3
"""Writes zones.bin, the time zones of the rule language, from the tzdata package of PyPI.

Usage: generate.py [--check]

With --check nothing is written: the exit code is 0 when the file is what this version of tzdata gives, 1 when it is
not, and 77 with a reason on standard output when that version is absent.

Layout, little-endian:
  "VTZ1", u16 names, u16 zones, 8 bytes version of tzdata padded with NUL
  names, sorted:   u32 position of the text, u16 length, u16 zone
  zones:           u32 position of the zone
  zone:            u16 transitions, u8 offsets, u8 1 when a rule follows
    rule:          i32 standard offset, i32 summer offset, start and end of summer time, each
                   u8 month, u8 week (5 is the last), u8 weekday (0 is Sunday), u8 0, i32 seconds after local midnight
    offsets:       i32 seconds east of UTC; the first is in force before the first transition
    transitions:   40 bits signed, seconds since 1970, ascending
    offset of each transition: u8 index
Abbreviations and summer time flags are left out, and transitions that change nothing but those.
"""
import os
import re
import struct
import sys

TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "zones.bin")
RULE = re.compile(r"^M(\d+)\.(\d)\.(\d)(?:/(.+))?$")
PART = r"(<[^>]+>|[A-Za-z]+)"
TIME = r"([+-]?\d+(?::\d+){0,2})"
FOOTER = re.compile(rf"^{PART}{TIME}(?:{PART}{TIME}?,([^,]+),([^,]+))?$")


def seconds(text):
    """The seconds of `[+-]h[:m[:s]]`."""
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    return sign * sum(part * unit for part, unit in zip(parts, (3600, 60, 1)))


def moment(text):
    """One end of summer time."""
    found = RULE.match(text)
    assert found, f"the rule {text} is not of the form M"
    month, week, day, time = found.groups()
    return struct.pack("<BBBBi", int(month), int(week), int(day), 0, seconds(time) if time else 7200)


def read(data):
    """Transitions with their offsets, the offset before the first, and the footer, of the 64-bit part of a TZif file."""
    def header(at):
        assert data[at:at + 4] == b"TZif" and data[at + 4:at + 5] in (b"2", b"3", b"4")
        return struct.unpack(">6l", data[at + 20:at + 44])

    utc, std, leaps, times, types, chars = header(0)
    start = 44 + times * 5 + types * 6 + chars + leaps * 8 + std + utc
    utc, std, leaps, times, types, chars = header(start)
    at = start + 44
    moments = struct.unpack(f">{times}q", data[at:at + times * 8])
    at += times * 8
    indices = data[at:at + times]
    at += times
    offsets = [struct.unpack(">l", data[at + i * 6:at + i * 6 + 4])[0] for i in range(types)]
    at += types * 6 + chars + leaps * 12 + std + utc
    footer = data[at:].decode("ascii").strip("\n")
    return [(moment, offsets[index]) for moment, index in zip(moments, indices)], offsets[0], footer


def zone(data):
    transitions, first, footer = read(data)
    kept, current = [], first
    for at, offset in transitions:
        if offset != current:
            kept.append((at, offset))
            current = offset
    found = FOOTER.match(footer)
    assert found, f"the footer {footer} is not understood"
    _, standard, summer, summer_offset, start, end = found.groups()
    standard = -seconds(standard)
    rule = b""
    if summer:
        daylight = -seconds(summer_offset) if summer_offset else standard + 3600
        rule = struct.pack("<ii", standard, daylight) + moment(start) + moment(end)
        # The rule is in force from the last transition on, also where that one was left out.
        if transitions and (not kept or kept[-1][0] != transitions[-1][0]):
            kept.append(transitions[-1])
    else:
        assert current == standard, f"the footer {footer} says another offset than the last transition"
    offsets = [first] + sorted({offset for _, offset in kept} - {first})
    out = struct.pack("<HBB", len(kept), len(offsets), 1 if rule else 0) + rule
    out += struct.pack(f"<{len(offsets)}i", *offsets)
    for at, _ in kept:
        out += at.to_bytes(5, "little", signed=True)
    return out + bytes(offsets.index(offset) for _, offset in kept)


def build(tzdata):
    folder = os.path.dirname(tzdata.__file__)
    with open(os.path.join(folder, "zones"), encoding="ascii") as file:
        names = sorted(file.read().split())
    zones, rows, texts = {}, [], b""
    for name in names:
        with open(os.path.join(folder, "zoneinfo", name), "rb") as file:
            content = zone(file.read())
        rows.append((len(texts), len(name), zones.setdefault(content, len(zones))))
        texts += name.encode("ascii")
    head = b"VTZ1" + struct.pack("<HH", len(rows), len(zones)) + tzdata.IANA_VERSION.encode("ascii").ljust(8, b"\0")
    text_start = len(head) + 8 * len(rows) + 4 * len(zones)
    out = head + b"".join(struct.pack("<IHH", text_start + at, size, index) for at, size, index in rows)
    at = text_start + len(texts)
    for content in zones:
        out += struct.pack("<I", at)
        at += len(content)
    return out + texts + b"".join(zones)


def main():
    is_check = sys.argv[1:] == ["--check"]
    recorded = b""
    if os.path.exists(TARGET):
        with open(TARGET, "rb") as file:
            recorded = file.read()
    version = recorded[8:16].rstrip(b"\0").decode("ascii")
    try:
        import tzdata
    except ImportError:
        print(f"the package tzdata of PyPI ({version}) is not installed")
        return 77
    if is_check and tzdata.IANA_VERSION != version:
        print(f"tzdata {tzdata.IANA_VERSION} is installed, zones.bin is made from {version}")
        return 77
    made = build(tzdata)
    if is_check:
        if made != recorded:
            print("Sources/CTimeZones/zones.bin is stale; run make zones")
        return 0 if made == recorded else 1
    with open(TARGET, "wb") as file:
        file.write(made)
    print(f"zones.bin: tzdata {tzdata.IANA_VERSION}, {len(made)} bytes")
    return 0


sys.exit(main())
