// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/reader.h"
#include "indexer/readers/sniff.h"
#include "indexer/readers/splitters.h"

namespace newsindex {
namespace {

// Splits by shape. What is empty or not text becomes one reject.
void split(Window& window, const SourceFile& file, RecordSink& sink) {
  if (const std::string kind = binary_kind(window.text()); !kind.empty()) {
    sink.refuse("not an article: " + kind);
    return;
  }
  switch (sniff(window.text(), file.path)) {
    case FileShape::empty: sink.refuse("empty file"); break;
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

}  // namespace

void read_records(const SourceFile& file, const ReadLimits& limits,
                  const std::function<bool(Record)>& take,
                  const std::function<void(Reject)>& reject) {
  ByteSource source(file.path);
  Window window(source);
  RecordSink sink(file, limits, take, reject);
  look_at_start(window);
  if (!window.failed() || !window.text().empty()) split(window, file, sink);
  if (window.failed()) sink.refuse("cannot be read: " + source.failure());
}

}  // namespace newsindex
