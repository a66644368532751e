"""Evaluates the cases of standard input with cel-expr-python, one JSON object a line; prints one canonical line each."""
import json
import os
import struct
import sys

from cel_expr_python import cel
from cel_expr_python.ext import ext_strings

ENVIRONMENT = cel.NewEnv(
    variables={"data": cel.Type.Map(cel.Type.STRING, cel.Type.DYN)}, extensions=[ext_strings.ExtStrings()]
)


def quoted(text):
    return json.dumps(text, ensure_ascii=True)


def double(number):
    return "double:nan" if number != number else "double:" + struct.pack(">d", number).hex()


def key(value):
    """A key without its type: 1 and 1u are the same key."""
    return quoted(value) if isinstance(value, str) else str(value).lower()


def canonical(value):
    kind, content = value.type(), value.value()
    name = kind.name()
    if name == "ERROR":
        return "error"
    if name == "NULL":
        return "null"
    if name == "BOOL":
        return "true" if content else "false"
    if name in ("INT", "UINT"):
        return f"{name.lower()}:{content}"
    if name == "DOUBLE":
        return double(content)
    if name == "STRING":
        return quoted(content)
    if name == "BYTES":
        return "bytes:" + bytes(content).hex()
    if name == "TIMESTAMP":
        return "timestamp:" + content.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
    if name == "DURATION":
        return f"duration:{content.days * 86400 + content.seconds}.{content.microseconds}"
    if name == "TYPE":
        return "type:" + str(value).split("<")[0]
    if isinstance(content, list):
        return "[" + ",".join(canonical(item) for item in content) + "]"
    if isinstance(content, dict):
        return "{" + ",".join(sorted(key(k) + ":" + canonical(v) for k, v in content.items())) + "}"
    return "unknown:" + name


def answer(case):
    try:
        program = ENVIRONMENT.compile(case["expression"], disable_check=True)
    except RuntimeError:
        return "refused"
    try:
        return canonical(program.eval(data={"data": case["data"]}))
    except RuntimeError:
        return "error"
    except (OverflowError, ValueError) as failure:
        return f"python: {failure}"


for line in sys.stdin:
    print(answer(json.loads(line)))
# The extension module aborts when the interpreter ends; every answer is out by then.
sys.stdout.flush()
os._exit(0)
