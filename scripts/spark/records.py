"""The frame of fentan's records, and no more of them than who carries them must know.

A head of 42 bytes (`FENTANIR`, the form in two, the digest of the rules), then frames. A frame has
a head of 13 bytes (kind, partition, records, bytes of the payload; big-endian), a payload and its
CRC-32. The last frame counts the others and adds up their checksums. ARCHITECTURE.md has the rest.
"""

import base64
import struct

MAGIC, FORM = b"FENTANIR", 2
HEAD_LENGTH = 42
FRAME_HEAD = struct.Struct(">BIII")
END_PAYLOAD = struct.Struct(">QQ")
CHECKSUM = struct.Struct(">I")
END, FIGURES, FINDINGS, REJECTED, RESULT = 0, 7, 5, 6, 8
EVERYWHERE = 0xFFFFFFFF
ASIDE = 0xFFFFFFFE


class Broken(Exception):
    """Records that end too early or are none."""


def head(rules):
    """The head of records by these rules, a digest in hexadecimal digits."""
    return MAGIC + struct.pack(">H", FORM) + bytes.fromhex(rules)


def exactly(stream, count):
    data = stream.read(count)
    if len(data) != count:
        raise Broken(f"{len(data)} bytes where {count} must be")
    return data


def frames(stream, rules):
    """The frames of a stream as (kind, partition, bytes); their end must be there."""
    if exactly(stream, HEAD_LENGTH) != head(rules):
        raise Broken("the head is that of other records")
    stop = End()
    while True:
        front = exactly(stream, FRAME_HEAD.size)
        kind, partition, _, length = FRAME_HEAD.unpack(front)
        rest = exactly(stream, length + CHECKSUM.size)
        if kind == END:
            if rest[:length] != stop.payload():
                raise Broken("the end counts other frames")
            if stream.read(1):
                raise Broken("something follows behind the end")
            return
        frame = front + rest
        stop.add(frame)
        yield kind, partition, frame


class End:
    """Counts the frames that are written, for the end behind them."""

    def __init__(self):
        self.frames = self.checksums = 0

    def add(self, frame):
        self.frames += 1
        self.checksums += CHECKSUM.unpack_from(frame, len(frame) - CHECKSUM.size)[0]

    def payload(self):
        return END_PAYLOAD.pack(self.frames, self.checksums % 2**64)

    def frame(self):
        from zlib import crc32

        body = FRAME_HEAD.pack(END, ASIDE, 0, END_PAYLOAD.size) + self.payload()
        return body + CHECKSUM.pack(crc32(body))


def split(joined):
    """The frames that stand one behind another."""
    position = 0
    while position < len(joined):
        length = FRAME_HEAD.unpack_from(joined, position)[3]
        end = position + FRAME_HEAD.size + length + CHECKSUM.size
        if end > len(joined):
            raise Broken("a frame ends too early")
        yield joined[position:end]
        position = end


def lines(frames_, rules):
    """A whole stream as lines of base64: its head, its frames, its end."""
    stop = End()
    yield base64.b64encode(head(rules)).decode()
    for frame in frames_:
        stop.add(frame)
        yield base64.b64encode(frame).decode()
    yield base64.b64encode(stop.frame()).decode()


def frame_of(line):
    """The frame of a line; None for a head or an end."""
    data = base64.b64decode(line, validate=True)
    return None if data.startswith(MAGIC) or data[0] == END else data


def kind_and_count(line):
    """Of a frame's line its kind and how many records it has; None for a head or an end."""
    data = base64.b64decode(line[:20])
    if data.startswith(MAGIC) or data[0] == END:
        return None
    kind, _, count, _ = FRAME_HEAD.unpack_from(data)
    return kind, count
