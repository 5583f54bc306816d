// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/web_archive.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <variant>
#include <vector>

#include "indexer/readers/http_message.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestHeader = std::size_t{256} << 10;

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end > text.data() ? std::optional(number) : std::nullopt;
}

// Reads until the text has this many bytes. False if the file ends first.
bool want(Window& window, std::uint64_t bytes) {
  while (window.text().size() < bytes)
    if (!window.grow()) return false;
  return true;
}

void skip_blank(Window& window) {
  do {
    const std::string_view text = window.text();
    const std::size_t first = text.find_first_not_of("\r\n \t");
    window.drop(first == npos ? text.size() : first);
    if (first != npos) return;
  } while (window.grow());
}

// Skips bytes. False if the file ends first.
bool skip(Window& window, std::uint64_t bytes) {
  while (bytes > 0) {
    if (window.text().empty() && !window.grow()) return false;
    const std::uint64_t part = std::min<std::uint64_t>(bytes, window.text().size());
    window.drop(static_cast<std::size_t>(part));
    bytes -= part;
  }
  return true;
}

// Goes to the next record, which begins with `mark` after a line end. False if there is none.
bool resynchronise(Window& window, std::string_view mark) {
  const std::string sought = "\n" + std::string(mark);
  for (;;) {
    const std::size_t at = window.text().find(sought);
    if (at != npos) {
      window.drop(at + 1);
      return true;
    }
    const std::size_t size = window.text().size();
    window.drop(size - std::min(size, sought.size()));
    if (!window.grow()) return false;
  }
}

// Gives the page of a record. `http`: the page follows an HTTP header.
void give_page(std::string_view block, bool http, std::string_view type, RecordContext context,
               const ReadPlace& place, RecordSink& sink) {
  HttpMessage message;
  if (http) {
    auto read = read_http(block, sink.limits().record_bytes);
    if (const auto* reason = std::get_if<std::string>(&read)) {
      sink.set_context(std::move(context));
      sink.refuse(*reason);
      return;
    }
    message = std::get<HttpMessage>(std::move(read));
    if (message.status != 200) return;
  } else {
    read_content_type(type, message);
    message.body = block;
  }
  if (!is_text_type(message.type)) return;
  context.charset = message.charset;
  sink.set_context(std::move(context));
  MemoryBytes bytes(message.body);
  read_bytes(bytes, {place.depth + 1, place.path}, sink);
  if (!message.damage.empty()) sink.refuse(message.damage);
}

// The header of a WARC record, up to the empty line after it; empty if it does not end.
std::string take_header(Window& window) {
  for (;;) {
    const std::string_view text = window.text();
    std::size_t end = text.find("\r\n\r\n");
    std::size_t gap = 4;
    if (const std::size_t plain = text.find("\n\n"); plain < end) {
      end = plain;
      gap = 2;
    }
    if (end != npos) {
      std::string header(text.substr(0, end));
      window.drop(end + gap);
      return header;
    }
    if (text.size() > kLongestHeader || !window.grow()) return {};
  }
}

class WarcReader {
 public:
  WarcReader(Window& window, const ReadPlace& place, RecordSink& sink)
      : window_(window), place_(place), sink_(sink), outer_(sink.context()) {}

  void read() {
    for (skip_blank(window_); sink_.wants_more() && !window_.text().empty(); skip_blank(window_)) {
      want(window_, 5);
      sink_.set_context(outer_);
      sink_.may_resume(AppendableFormat::warc, window_.offset());
      if (!window_.text().starts_with("WARC/")) {
        sink_.refuse("a length is wrong: something else stands where a record should begin");
        if (!resynchronise(window_, "WARC/1")) break;
        continue;
      }
      if (!read_record()) break;
    }
    sink_.set_context(outer_);
  }

 private:
  bool read_record() {
    const std::string header = take_header(window_);
    const auto length = number_of(header_field(header, "Content-Length"));
    if (header.empty() || !length) {
      sink_.refuse(header.empty() ? "the header of a record does not end"
                                  : "a record without Content-Length");
      return resynchronise(window_, "WARC/1");
    }
    const std::string_view type = header_field(header, "WARC-Type");
    RecordContext context = outer_;
    context.url = header_field(header, "WARC-Target-URI");
    if (context.url.starts_with('<')) context.url = context.url.substr(1, context.url.size() - 2);
    context.retrieved = header_field(header, "WARC-Date");
    const bool wanted = type == "response" || type == "resource" || type == "conversion";
    if (!wanted) return passed_over(*length, context);
    if (*length > sink_.limits().record_bytes + kLongestHeader) {
      sink_.set_context(context);
      sink_.refuse_too_long();
      return skip(window_, *length);
    }
    if (!want(window_, *length)) {
      cut_off(context);
      return false;
    }
    const std::string block(window_.text().substr(0, static_cast<std::size_t>(*length)));
    window_.drop(static_cast<std::size_t>(*length));
    const std::string_view content = header_field(header, "Content-Type");
    if (context.url.starts_with("metadata:") || context.url.starts_with("urn:")) return true;
    const bool http = type == "response" && block.starts_with("HTTP/");
    if (type != "response" || http)
      give_page(block, http, content, std::move(context), place_, sink_);
    return true;
  }

  bool passed_over(std::uint64_t length, const RecordContext& context) {
    if (skip(window_, length)) return true;
    cut_off(context);
    return false;
  }

  void cut_off(const RecordContext& context) {
    if (window_.failed()) return;  // reported where the file is read
    sink_.set_context(context);
    sink_.refuse_unread("the file ends within this record");
  }

  Window& window_;
  const ReadPlace& place_;
  RecordSink& sink_;
  const RecordContext outer_;
};

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end > 0) fields.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return fields;
}

// "20080430204825" as ISO 8601.
std::string iso_time(std::string_view digits) {
  if (digits.size() != 14) return {};
  const std::string d(digits);
  return d.substr(0, 4) + "-" + d.substr(4, 2) + "-" + d.substr(6, 2) + "T" + d.substr(8, 2) + ":" +
         d.substr(10, 2) + ":" + d.substr(12, 2) + "Z";
}

// The line that begins an ARC record, or empty at the end.
std::string take_line(Window& window) {
  for (;;) {
    const std::size_t end = window.text().find('\n');
    if (end != npos) {
      std::string line(window.text().substr(0, end));
      window.drop(end + 1);
      if (line.ends_with('\r')) line.pop_back();
      return line;
    }
    if (window.text().size() > kLongestHeader || !window.grow()) return {};
  }
}

// What the first line of an ARC record says.
struct ArcStart {
  std::string url;
  std::string retrieved;
  std::string type;
  std::uint64_t length = 0;
};

// The beginning of a line, between quotation marks.
std::string quoted(const std::string& line) {
  constexpr std::size_t kMost = 100;
  return line.size() <= kMost ? "'" + line + "'" : "'" + line.substr(0, kMost) + "...'";
}

// Reads "http://example.org/a b 192.0.2.1 20140101000000 text/html 1591", or returns what is wrong.
std::variant<ArcStart, std::string> start_of_arc(const std::string& line) {
  const auto fields = fields_of(line);
  if (fields.size() < 5) return "not the first line of an ARC record: " + quoted(line);
  const auto length = number_of(fields.back());
  if (!length || *length == 0) return "the length of an ARC record is wrong: " + quoted(line);
  // The address may contain spaces.
  const auto address_end = fields[fields.size() - 4].data() - line.data() - 1;
  return ArcStart{line.substr(0, static_cast<std::size_t>(address_end)),
                  iso_time(fields[fields.size() - 3]), std::string(fields[fields.size() - 2]),
                  *length};
}

// True if an HTTP message has all the bytes that its own header promises: some archives give their
// records too large a length.
bool is_whole_message(std::string_view block) {
  const std::size_t header = std::min(block.find("\n\n"), block.find("\r\n\r\n"));
  if (!block.starts_with("HTTP/") || header == npos) return false;
  const auto promised = number_of(header_field(block.substr(0, header), "Content-Length"));
  const std::size_t gap = block[header] == '\r' ? 4 : 2;
  return promised && block.size() >= header + gap + *promised;
}

}  // namespace

bool is_warc(std::string_view start) { return start.starts_with("WARC/1."); }
bool is_arc(std::string_view start) { return start.starts_with("filedesc://"); }

void read_warc(Window& window, const ReadPlace& place, RecordSink& sink) {
  WarcReader(window, place, sink).read();
}

void read_arc(Window& window, const ReadPlace& place, RecordSink& sink) {
  const RecordContext outer = sink.context();
  for (skip_blank(window); sink.wants_more() && !window.text().empty(); skip_blank(window)) {
    const std::string line = take_line(window);
    sink.set_context(outer);
    const auto start = start_of_arc(line);
    if (const auto* reason = std::get_if<std::string>(&start)) {
      sink.refuse(*reason);
      if (!resynchronise(window, "http")) break;
      continue;
    }
    const auto& record = std::get<ArcStart>(start);
    RecordContext context = outer;
    context.url = record.url;
    context.retrieved = record.retrieved;
    sink.set_context(context);
    if (record.length > sink.limits().record_bytes + kLongestHeader) {
      sink.refuse_too_long();
      if (!skip(window, record.length)) break;
      continue;
    }
    const bool whole = want(window, record.length) || is_whole_message(window.text());
    if (!whole || window.failed()) {
      if (!window.failed()) sink.refuse_unread("the file ends within this record");
      break;
    }
    const std::string block(window.text().substr(0, static_cast<std::size_t>(record.length)));
    window.drop(block.size());
    const bool http = block.starts_with("HTTP/");
    if (http || context.url.starts_with("http"))
      give_page(block, http, record.type, std::move(context), place, sink);
  }
  sink.set_context(outer);
}

}  // namespace newsindex
