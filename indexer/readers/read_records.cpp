// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/byte_source.h"
#include "indexer/readers/container.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/read_bytes.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/sniff.h"
#include "indexer/readers/splitters.h"
#include "indexer/readers/web_archive.h"

namespace newsindex {
namespace {

// Splits by shape. What is empty or not text becomes one reject, but in containers.
void split(Window& window, const ReadPlace& place, RecordSink& sink) {
  if (const std::string kind = binary_kind(window.text()); !kind.empty()) {
    if (place.depth == 0) sink.refuse("not an article: " + kind);
    return;
  }
  switch (sniff(window.text(), place.path)) {
    case FileShape::empty:
      if (place.depth == 0) sink.refuse("empty file");
      break;
    case FileShape::json_lines: split_json_lines(window, sink); break;
    case FileShape::json_objects: split_json_objects(window, sink); break;
    case FileShape::sgml: split_sgml(window, sink); break;
    case FileShape::html: take_whole(window, sink, RecordFormat::html); break;
    case FileShape::page: take_whole(window, sink, RecordFormat::page); break;
  }
}

// Reads enough to tell the shape, and past white space at the start.
void look_at_start(Window& window) {
  constexpr std::size_t kEnough = std::size_t{64} << 10;
  while (window.text().size() < kEnough && window.grow()) {
    const std::size_t first = window.text().find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos && window.text().size() >= kEnough)
      window.drop(window.text().size());
  }
}

void read_text(Bytes& bytes, const ReadPlace& place, RecordSink& sink) {
  ByteSource source(bytes);
  Window window(source);
  look_at_start(window);
  if (!window.failed() || !window.text().empty()) split(window, place, sink);
}

}  // namespace

void read_bytes(Bytes& bytes, const ReadPlace& place, RecordSink& sink) {
  constexpr std::size_t kEnough = 512;
  PeekedBytes peeked(bytes);
  const std::string_view start = peeked.peek(kEnough);
  if (is_container(start)) {
    read_container(peeked, place, sink);
    return;
  }
  if (is_warc(start) || is_arc(start)) {
    const bool warc = is_warc(start);
    const std::uint64_t before = sink.count();
    Window window(peeked);
    (warc ? read_warc : read_arc)(window, place, sink);
    if (sink.count() == before && sink.wants_more() && place.depth == 0)
      sink.refuse("no pages in it");
  } else {
    read_text(peeked, place, sink);
  }
  if (!bytes.failure().empty()) sink.refuse("cannot be read: " + bytes.failure());
}

void read_records(const SourceFile& file, const ReadLimits& limits,
                  const std::function<bool(Record)>& take,
                  const std::function<void(Reject)>& reject) {
  FileBytes bytes(file.path);
  RecordSink sink(file, limits, take, reject);
  read_bytes(bytes, {0, file.path}, sink);
}

}  // namespace newsindex
