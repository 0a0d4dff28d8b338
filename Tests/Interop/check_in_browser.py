"""Opens a report in headless Chromium: what it makes of the page, and what it draws.

Usage: check_in_browser.py REPORT.html
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import zlib


def chromium(*arguments):
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    return subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=120)


def colours(png):
    """The colours of an 8-bit PNG without interlacing, undone line by line (W3C, PNG, clause 9)."""
    data, offset, size = b"", 8, None
    while offset < len(png):
        length, kind = int.from_bytes(png[offset:offset + 4]), png[offset + 4:offset + 8]
        body = png[offset + 8:offset + 8 + length]
        if kind == b"IHDR":
            size = (int.from_bytes(body[:4]), int.from_bytes(body[4:8]), {2: 3, 6: 4}[body[9]])
        if kind == b"IDAT":
            data += body
        offset += 12 + length
    width, height, step = size
    raw, stride = zlib.decompress(data), width * step
    above, found = bytearray(stride), set()
    for row in range(height):
        begin = row * (stride + 1)
        line, filtering = bytearray(raw[begin + 1:begin + 1 + stride]), raw[begin]
        for index in range(stride):
            left = line[index - step] if index >= step else 0
            corner = above[index - step] if index >= step else 0
            guess = left + above[index] - corner
            nearest = min((left, above[index], corner), key=lambda one: abs(guess - one))
            line[index] = (line[index] + (0, left, above[index], (left + above[index]) // 2, nearest)[filtering]) & 255
        found.update(bytes(line[index:index + 3]) for index in range(0, stride, step))
        above = line
    return found


def check(report):
    text = report.read_text(encoding="utf-8")
    page = chromium("--dump-dom", report.as_uri()).stdout.decode()
    for tag in ("svg", "rect", "tr", "td", "h2", "h3"):
        kept, written = (len(re.findall(f"<{tag}[ >/]", one)) for one in (page, text))
        assert kept == written, f"{kept} <{tag}> in the page, {written} in the file"
    assert page.rstrip().endswith("</html>") and "<script" not in page
    with tempfile.TemporaryDirectory() as work:
        shot = pathlib.Path(work) / "report.png"
        chromium("--window-size=1000,700", f"--screenshot={shot}", report.as_uri())
        drawn = colours(shot.read_bytes())
    # The tones of the heat map that the page uses.
    for tone in set(re.findall(r'<rect class="(ok|low|g[123])"', text)):
        colour = re.search(rf"\.{tone} {{ fill: #(\w{{6}})", text).group(1)
        assert bytes.fromhex(colour) in drawn, f"nothing of {tone} is drawn"
    print(f"{report.parent.name}: Chromium shows the report with its map")


if __name__ == "__main__":
    check(pathlib.Path(sys.argv[1]).resolve())
