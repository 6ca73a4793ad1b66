# SPDX-License-Identifier: MIT
"""What a virtual display shows, read from the file it keeps its picture in: to look costs the display nothing."""
import mmap
import os
import struct

# The head of an XWD file (XWDFile.h, version 7) in 32-bit big-endian numbers: its own size, and where these stand.
BYTES_PER_LINE, COLOURS = 12, 19
COLOUR_BYTES = 12


class Framebuffer:
    """`folder`: what Xvfb was given as -fbdir."""

    def __init__(self, folder):
        with open(os.path.join(folder, "Xvfb_screen0"), "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack(">25I", self._map[:100])
        self._line = head[BYTES_PER_LINE] // 4
        self._all = memoryview(self._map)
        self._pixels = self._all[head[0] + head[COLOURS] * COLOUR_BYTES :].cast("I")

    def sample(self, x, y, width, height, step=(13, 3)):
        """One pixel of each `step` in the rectangle, as bytes that can be compared."""
        across, down = step
        rows = (self._pixels[row * self._line + x : row * self._line + x + width : across] for row in range(y, y + height, down))
        return b"".join(row.tobytes() for row in rows)

    def close(self):
        self._pixels.release()
        self._all.release()
        self._map.close()
