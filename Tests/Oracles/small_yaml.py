"""Reads the part of YAML that a fentan.yaml uses; every scalar is the text that was typed.

Block maps and lists by indentation, flow maps and lists on one line, quoted scalars, comments.
"""

import re


def load(text):
    """The document as dicts, lists and strings."""
    lines = [_bare(line) for line in text.split("\n")]
    lines = [(len(line) - len(line.lstrip()), line.strip()) for line in lines]
    lines = [line for line in lines if line[1]]
    value, rest = _block(lines, 0) if lines else ({}, [])
    if rest:
        raise ValueError("cannot read: " + rest[0][1])
    return value


def _bare(line):
    """The line without its comment."""
    quote = ""
    for at, character in enumerate(line):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character == "#" and (at == 0 or line[at - 1] in " \t"):
            return line[:at]
    return line


def _block(lines, indent):
    """The map or list whose lines begin at `indent`, and the lines behind it."""
    result = [] if lines[0][1].startswith("- ") else {}
    while lines and lines[0][0] == indent:
        line, lines = lines[0][1], lines[1:]
        if isinstance(result, list):
            result.append(_scalar_or_flow(line[2:].strip()))
            continue
        key, _, value = line.partition(":")
        value = value.strip()
        if value:
            result[key.strip()] = _scalar_or_flow(value)
        elif lines and (lines[0][0] > indent or lines[0][1].startswith("- ")):
            result[key.strip()], lines = _block(lines, lines[0][0])
        else:
            result[key.strip()] = ""
    return result, lines


def _scalar_or_flow(text):
    value, rest = _flow(text, "" if text[0] not in "[{" else ",]}")
    if rest.strip():
        raise ValueError("cannot read: " + text)
    return value


def _flow(text, ends):
    """The value at the beginning of `text`, and the text behind it."""
    text = text.lstrip()
    if text[:1] in ("[", "{"):
        return _collection(text)
    if text[:1] in ('"', "'"):
        end = text.index(text[0], 1)
        return text[1:end], text[end + 1 :]
    end = re.search("[" + re.escape(ends) + "]", text).start() if ends else len(text)
    return text[:end].strip(), text[end:]


def _collection(text):
    """A flow map or list."""
    is_map, close = text[0] == "{", "}" if text[0] == "{" else "]"
    result, rest = {} if is_map else [], text[1:].lstrip()
    while not rest.startswith(close):
        if is_map:
            key, rest = re.match(r"([^:]+):\s*(.*)", rest, re.DOTALL).groups()
            result[key.strip()], rest = _flow(rest, ",]}")
        else:
            value, rest = _flow(rest, ",]}")
            result.append(value)
        rest = rest.lstrip()
        rest = rest[1:].lstrip() if rest.startswith(",") else rest
    return result, rest[1:]
