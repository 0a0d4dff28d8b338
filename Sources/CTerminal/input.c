// Reading what is typed, in whatever character set, as UTF-8.
#include "CTerminal.h"

#include <errno.h>
#include <unistd.h>
#include <wchar.h>

ssize_t ct_read(uint8_t *bytes, size_t count) {
  if (ct_is_utf8()) {
    ssize_t got;
    do {
      got = read(STDIN_FILENO, bytes, count);
    } while (got < 0 && errno == EINTR);
    return got < 0 ? 0 : got;
  }
  // Of the other character sets only those of one byte are read; none of their characters takes more than three.
  uint8_t raw_bytes[512];
  size_t limit = count / 4 < sizeof raw_bytes ? count / 4 : sizeof raw_bytes;
  ssize_t got;
  do {
    got = read(STDIN_FILENO, raw_bytes, limit);
  } while (got < 0 && errno == EINTR);
  size_t filled = 0;
  for (ssize_t i = 0; i < got; i++) {
    wint_t character = btowc(raw_bytes[i]);
    if (character == WEOF) continue;
    if (character < 0x80) {
      bytes[filled++] = (uint8_t)character;
    } else if (character < 0x800) {
      bytes[filled++] = (uint8_t)(0xC0 | character >> 6);
      bytes[filled++] = (uint8_t)(0x80 | (character & 0x3F));
    } else {
      bytes[filled++] = (uint8_t)(0xE0 | character >> 12);
      bytes[filled++] = (uint8_t)(0x80 | (character >> 6 & 0x3F));
      bytes[filled++] = (uint8_t)(0x80 | (character & 0x3F));
    }
  }
  // A byte that is in no character must not look like the end.
  if (got > 0 && filled == 0) bytes[filled++] = 0xFF;
  return (ssize_t)filled;
}
