// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "indexer/readers/byte_source.h"
#include "indexer/readers/compressed.h"
#include "indexer/readers/container.h"
#include "indexer/readers/documents.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/read_bytes.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/sniff.h"
#include "indexer/readers/splitters.h"
#include "indexer/readers/web_archive.h"
#include "indexer/readers/xml_scanner.h"
#include "schema/digest.h"

namespace newsindex {
namespace {

std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (end > at) names.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return names;
}

// Splits news in a standard XML format, or in XML that the user described.
void split_news_xml(Window& window, const ReadPlace& place, RecordSink& sink) {
  const std::string root(xml_root(window.text()));
  XmlRecords records{names_in(sink.limits().xml_record), xml_records(root)};
  const bool described = !records.path.empty() && records.path.front() == root;
  if (!described) records.path.clear();
  if (root == "mets" && !described)
    split_mets(window, place.depth == 0 && place.path != "-", sink);
  else if (described || !records.names.empty())
    split_xml(window, records, sink);
  else
    sink.refuse("XML of an unknown kind (<" + root + ">); --xml-map can describe it");
}

// Splits text by its shape. An empty file, or one that is not text, is a reject, except in
// containers.
void split(Window& window, const ReadPlace& place, RecordSink& sink) {
  if (is_wire(window.text())) {
    split_wire(window, sink);
    return;
  }
  if (const std::string kind = document_kind(window.text()); !kind.empty()) {
    sink.refuse("not an article: " + kind);
    return;
  }
  if (const std::string kind = binary_kind(window.text()); !kind.empty()) {
    if (place.depth == 0) sink.refuse("not an article: " + kind);
    return;
  }
  const auto described = names_in(sink.limits().xml_record);
  if (!described.empty() && described.front() == xml_root(window.text())) {
    split_news_xml(window, place, sink);
    return;
  }
  switch (sniff(window.text(), place.path)) {
    case FileShape::empty:
      if (place.depth == 0) sink.refuse("empty file");
      break;
    case FileShape::json_lines: split_json_lines(window, sink); break;
    case FileShape::json_objects: split_json_objects(window, sink); break;
    case FileShape::sgml: split_sgml(window, sink); break;
    case FileShape::xml: split_news_xml(window, place, sink); break;
    case FileShape::mail: split_mail(window, sink); break;
    case FileShape::table: split_table(window, sink); break;
    case FileShape::html: take_whole(window, sink, RecordFormat::html); break;
    case FileShape::hocr: split_hocr(window, sink); break;
    case FileShape::page: take_whole(window, sink, RecordFormat::page); break;
  }
}

// Reads enough to recognise the shape; drops a very long beginning of white space.
void look_at_start(Window& window) {
  constexpr std::size_t kEnough = std::size_t{64} << 10;
  while (window.text().size() < kEnough && window.grow()) {
    const std::size_t first = window.text().find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos && window.text().size() >= kEnough)
      window.drop(window.text().size());
  }
}

const std::string& path_of(const SourceFile& file) {
  return file.place.empty() ? file.path : file.place;
}

AppendableFormat read_text(Bytes& bytes, const ReadPlace& place, RecordSink& sink) {
  ByteSource source(bytes);
  Window window(source);
  sink.set_resume(false, 0);
  look_at_start(window);
  if (!window.failed() || !window.text().empty()) split(window, place, sink);
  const AppendableFormat shape = source.is_unchanged() ? sink.resume().shape : AppendableFormat::no;
  sink.set_resume(place.depth == 0 && source.is_unchanged(), source.mark_bytes());
  return shape;
}

void read_web_archive(Bytes& bytes, bool warc, const ReadPlace& place, RecordSink& sink) {
  const std::uint64_t before = sink.count();
  Window window(bytes);
  (warc ? read_warc : read_arc)(window, place, sink);
  if (sink.count() == before && sink.wants_more() && place.depth == 0)
    sink.refuse("no pages in it");
  sink.set_resume(place.depth == 0, 0);
}

void refuse_the_rest(const Bytes& bytes, RecordSink& sink) {
  if (!bytes.failure().empty()) sink.refuse_unread("cannot be read: " + bytes.failure());
}

// Adds the bytes of a page to those of the METS file that names it.
void add_page(const SourcePage& page, const std::function<bool()>& go_on, ReadOutcome& outcome) {
  std::uint64_t content = 0;
  if (page.failure.empty()) {
    FileBytes bytes(page.place, go_on);
    bytes.skip_to_end();
    outcome.bytes += bytes.count();
    content = bytes.content();
  }
  outcome.content = digest64(std::to_string(outcome.content) + ' ' + std::to_string(content));
}

}  // namespace

AppendableFormat read_bytes(Bytes& bytes, const ReadPlace& place, RecordSink& sink) {
  constexpr std::size_t kEnough = 512;
  PeekedBytes peeked(bytes);
  const std::string_view start = peeked.peek(kEnough);
  const auto compression = compression_of(start);
  if (compression || is_container(start)) {
    if (place.depth >= sink.limits().nesting)
      sink.refuse("containers are nested more than " + std::to_string(sink.limits().nesting) +
                  " deep");
    else if (compression)
      read_compressed(peeked, *compression, place, sink);
    else
      read_container(peeked, place, sink);
    sink.set_resume(false, 0);
    return AppendableFormat::no;
  }
  AppendableFormat shape = AppendableFormat::no;
  if (is_warc(start) || is_arc(start)) {
    shape = is_warc(start) ? AppendableFormat::warc : AppendableFormat::no;
    read_web_archive(peeked, is_warc(start), place, sink);
  } else {
    shape = read_text(peeked, place, sink);
  }
  refuse_the_rest(bytes, sink);
  return shape;
}

void read_on(Bytes& bytes, AppendableFormat shape, const ReadPlace& place, RecordSink& sink) {
  Window window(bytes);
  window.grow();
  switch (shape) {
    case AppendableFormat::json_lines: split_json_lines(window, sink); break;
    case AppendableFormat::mailbox: split_mailbox(window, sink); break;
    case AppendableFormat::warc: read_warc(window, place, sink); break;
    case AppendableFormat::no: break;
  }
  refuse_the_rest(bytes, sink);
}

ReadOutcome read_records(const SourceFile& file, const ReadLimits& limits,
                         const std::function<bool(Record)>& take,
                         const std::function<void(Reject)>& reject, const EarlierReading* earlier) {
  FileBytes bytes(path_of(file), limits.go_on);
  RecordSink sink(file, limits, take, reject);
  ReadOutcome outcome;
  if (earlier != nullptr && bytes.resume(*earlier)) {
    if (earlier->on_tail) earlier->on_tail();
    sink.begin_at(earlier->resume.record);
    read_on(bytes, earlier->resume.shape, {0, file.path}, sink);
    sink.set_resume(true, earlier->resume.offset);
  } else {
    read_bytes(bytes, {0, file.path}, sink);
  }
  outcome.incomplete = sink.incomplete();
  if (outcome.incomplete.empty()) bytes.skip_to_end();  // a container may end before its file
  outcome.bytes = bytes.count();
  outcome.content = bytes.content();
  outcome.resume = sink.resume();
  for (const SourcePage& page : file.pages) add_page(page, limits.go_on, outcome);
  return outcome;
}

std::optional<std::uint64_t> content_of(const SourceFile& file,
                                        const std::function<bool()>& go_on) {
  FileBytes bytes(path_of(file), go_on);
  bytes.skip_to_end();
  ReadOutcome outcome;
  outcome.content = bytes.content();
  for (const SourcePage& page : file.pages) add_page(page, go_on, outcome);
  return bytes.failure().empty() ? std::optional(outcome.content) : std::nullopt;
}

}  // namespace newsindex
