// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/sniff.h"

#include <algorithm>
#include <array>

#include "indexer/extract/fields/json_fields.h"
#include "indexer/extract/text/tags.h"
#include "indexer/readers/json_envelope.h"
#include "indexer/readers/json_scanner.h"
#include "indexer/readers/splitters.h"
#include "indexer/readers/xml_scanner.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view kind;
};

constexpr std::array kMagics{
    Magic{"PK\x03\x04"sv, "a ZIP archive"},
    Magic{"\x1f\x8b"sv, "a gzip file"},
    Magic{"\xfd"
          "7zXZ"sv,
          "an xz file"},
    Magic{"\x28\xb5\x2f\xfd"sv, "a zstd file"},
    Magic{"BZh"sv, "a bzip2 file"},
    Magic{"7z\xbc\xaf"sv, "a 7z archive"},
    Magic{"\x89PNG"sv, "a picture"},
    Magic{"\xff\xd8\xff"sv, "a picture"},
    Magic{"GIF8"sv, "a picture"},
    Magic{"\x7f"
          "ELF"sv,
          "a program"},
    Magic{"SQLite format 3"sv, "an SQLite database"},
};

bool has_ending(std::string_view path, std::string_view ending) {
  return path.size() >= ending.size() &&
         same_name(path.substr(path.size() - ending.size()), ending);
}

// True for `{` and then `"` or `}`, or for `[` and then an object or the end.
bool begins_like_json(std::string_view text) {
  const std::string_view rest = trimmed_front(text.substr(1));
  if (text[0] == '{') return rest.starts_with('"') || rest.starts_with('}');
  return rest.starts_with(']') ? trimmed_front(rest.substr(1)).empty()
                               : rest.starts_with('{') && begins_like_json(rest);
}

// Tells lines from free objects, for a text that begins with `{`.
FileShape shape_of_objects(std::string_view text) {
  if (look_for_envelope(text).is == JsonEnvelope::Is::envelope) return FileShape::json_objects;
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) {
    // One line, or the beginning of a long one. Two objects on it?
    JsonScanner scanner;
    const std::size_t end = scanner.find_end(text);
    const bool more = end < text.size() && !trimmed_front(text.substr(end)).empty();
    return more ? FileShape::json_objects : FileShape::json_lines;
  }
  const std::string_view line = trimmed_back(text.substr(0, line_end));
  JsonScanner scanner;
  const std::size_t end = scanner.find_end(line);
  if (end != JsonScanner::npos)
    return trimmed_front(line.substr(end)).empty() ? FileShape::json_lines
                                                   : FileShape::json_objects;
  // The first line is no complete object. It is broken if the next line begins another object.
  const bool next_begins = trimmed_front(text.substr(line_end)).starts_with('{');
  const bool open = line.ends_with('[') || line.ends_with(':') || line.ends_with(',');
  return next_begins && !open && line.size() > 1 ? FileShape::json_lines : FileShape::json_objects;
}

// Skips <?...?>, <!...> and comments. Sets `lewis` for the document type of Reuters-21578.
std::string_view after_prolog(std::string_view text, bool& lewis) {
  while (text.starts_with("<?") || text.starts_with("<!")) {
    const std::string_view end = text.starts_with("<!--") ? "-->"sv : ">"sv;
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    lewis = lewis || text.substr(0, at).find(" lewis ") != std::string_view::npos;
    text = trimmed_front(text.substr(at + end.size()));
  }
  return text;
}

bool is_sgml(std::string_view text) {
  bool lewis = false;
  const std::string_view content = after_prolog(text, lewis);
  const Tag first = next_tag(content, 0);
  if (lewis || (first.start == 0 && same_name(first.name, "REUTERS"))) return true;
  if (!first || first.start != 0) return false;
  if (same_name(first.name, "DOC")) return true;
  // One element may enclose all others.
  const Tag second = next_tag(content, first.end);
  const bool at_once =
      second && trimmed_front(content.substr(first.end, second.start - first.end)).empty();
  return at_once && (same_name(second.name, "DOC") || same_name(second.name, "REUTERS"));
}

// True if a page has <html> near its beginning, or begins with a tag that occurs only in pages,
// perhaps after a prolog.
bool is_html(std::string_view text) {
  constexpr std::array kNames{
      "html"sv,  "head"sv, "body"sv, "title"sv, "meta"sv,       "link"sv,    "style"sv,  "script"sv,
      "div"sv,   "p"sv,    "h1"sv,   "h2"sv,    "article"sv,    "section"sv, "main"sv,   "header"sv,
      "table"sv, "span"sv, "a"sv,    "ul"sv,    "blockquote"sv, "figure"sv,  "center"sv, "font"sv};
  const auto begins = [](std::string_view all, std::string_view name) {
    return all.size() > name.size() && same_name(all.substr(0, name.size()), name);
  };
  const std::string_view start = text.substr(0, 4096);
  for (std::size_t at = start.find('<'); at != std::string_view::npos; at = start.find('<', at + 1))
    if (begins(start.substr(at), "<!doctype html") || begins(start.substr(at), "<html"))
      return true;
  bool ignored = false;
  const std::string_view content = after_prolog(text, ignored);
  const Tag first = next_tag(content, 0);
  return first && first.start == 0 && !first.closing &&
         std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return same_name(first.name, name); });
}

// True for lines "Name: value" of which at least three have names that are usual in messages.
bool is_mail(std::string_view text) {
  constexpr std::array kNames{"from"sv,         "to"sv,          "subject"sv,      "date"sv,
                              "message-id"sv,   "received"sv,    "mime-version"sv, "return-path"sv,
                              "delivered-to"sv, "content-type"sv};
  if (text.starts_with("From ")) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  std::size_t known = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed_back(text.substr(at, end - at));
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    const bool folded = line.front() == ' ' || line.front() == '\t';
    if (!folded && (colon == std::string_view::npos || colon == 0 ||
                    line.substr(0, colon).find_first_of(" \t") != std::string_view::npos))
      return false;
    known += !folded && std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
      return same_name(line.substr(0, colon), name);
    });
    at = end + 1;
  }
  return known >= 3;
}

// True if nearly all cells of a line are names of fields in some language, one of a title or body.
bool has_names_of_fields(const std::vector<std::string_view>& cells) {
  std::size_t known = 0;
  bool has_text = false;
  for (const std::string_view cell : cells)
    if (const auto name = json_field_named(cell)) {
      ++known;
      has_text = has_text || name->field == JsonField::title || name->field == JsonField::body;
    }
  constexpr std::size_t kLeast = 3;
  return has_text && known >= kLeast && known * 4 >= cells.size() * 3;
}

// True for a header row with at least a text or headline and another field of articles.
bool is_table(std::string_view text, std::string_view path) {
  const std::string_view line = trimmed_back(text.substr(0, text.find('\n')));
  const char separator = table_separator(line);
  const auto count = static_cast<std::size_t>(std::count(line.begin(), line.end(), separator)) + 1;
  constexpr std::size_t kLongestHeader = 2000;
  if (count < 2 || line.size() > kLongestHeader) return false;
  if (has_ending(path, ".csv") || has_ending(path, ".tsv")) return true;
  constexpr std::array kTexts{"title"sv, "headline"sv, "text"sv, "body"sv, "content"sv};
  constexpr std::array kOthers{"id"sv,     "url"sv,  "date"sv,   "published"sv,
                               "author"sv, "link"sv, "source"sv, "section"sv};
  bool has_text = false;
  bool has_other = false;
  std::vector<std::string_view> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(separator, at), line.size());
    std::string_view cell = line.substr(at, end - at);
    if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"')
      cell = cell.substr(1, cell.size() - 2);
    cells.push_back(cell);
    const auto is = [&](std::string_view name) { return same_name(cell, name); };
    has_text = has_text || std::any_of(kTexts.begin(), kTexts.end(), is);
    has_other = has_other || std::any_of(kOthers.begin(), kOthers.end(), is);
    at = end + 1;
  }
  return (has_text && has_other) || (separator != '|' && has_names_of_fields(cells));
}

bool is_odd_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  // A news wire has control characters for its transmission (SOH to ENQ, SYN, US, ...), but few.
  return (byte < 0x20 && std::string_view("\t\n\r\f\v\x1b").find(c) == std::string_view::npos) ||
         byte == 0x7f;
}

}  // namespace

char table_separator(std::string_view header) {
  constexpr std::string_view kSeparators = ",\t;|";
  const auto more = [&](char a, char b) {
    return std::count(header.begin(), header.end(), a) <
           std::count(header.begin(), header.end(), b);
  };
  return *std::max_element(kSeparators.begin(), kSeparators.end(), more);
}

std::vector<std::string_view> xml_records(std::string_view root) {
  struct Kind {
    std::string_view root;
    std::vector<std::string_view> records;
  };
  static const std::vector<Kind> kKinds{
      {"nitf", {"nitf"}},
      {"newsItem", {"newsItem"}},
      {"packageItem", {"packageItem"}},
      {"conceptItem", {"conceptItem"}},
      {"knowledgeItem", {"knowledgeItem"}},
      {"planningItem", {"planningItem"}},
      {"catalogItem", {"catalogItem"}},
      {"newsMessage", {"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem"}},
      {"NewsML", {"NewsItem"}},
      {"rss", {"item"}},
      {"RDF", {"item"}},
      {"feed", {"entry"}},
      {"entry", {"entry"}},
      {"alto", {"Page"}},
      {"PcGts", {"Page"}},
      {"mets", {"mets"}},
  };
  for (const Kind& kind : kKinds)
    if (kind.root == root) return kind.records;
  return {};
}

std::size_t find_hocr_page(std::string_view text, std::size_t from) {
  constexpr std::string_view kPage = "ocr_page";
  for (std::size_t at = text.find(kPage, from); at != std::string_view::npos;
       at = text.find(kPage, at + 1)) {
    const std::size_t before = std::max(from, at - std::min(at, kLongestHocrTag));
    const std::string_view around = text.substr(before, at - before + kLongestHocrTag);
    const std::size_t start = around.rfind('<', at - before);
    if (start == std::string_view::npos) continue;
    const Tag tag = next_tag(around, start);
    if (tag && tag.start == start && trimmed(attribute(tag.attributes, "class")) == kPage)
      return before + start;
  }
  return std::string_view::npos;
}

FileShape sniff(std::string_view start, std::string_view path) {
  const std::string_view text = trimmed_front(start);
  if (text.empty()) return FileShape::empty;
  if ((text[0] == '{' || text[0] == '[') && begins_like_json(text))
    return text[0] == '[' ? FileShape::json_objects : shape_of_objects(text);
  if (has_ending(path, ".jsonl") || has_ending(path, ".ndjson") || has_ending(path, ".json"))
    return FileShape::json_lines;
  if (is_sgml(text)) return FileShape::sgml;
  if (!xml_records(xml_root(text)).empty()) return FileShape::xml;
  if (is_mail(text)) return FileShape::mail;  // may hold HTML
  if (text.starts_with("---\n") || text.starts_with("---\r\n")) return FileShape::page;
  if (is_html(text))
    return find_hocr_page(text, 0) == std::string_view::npos ? FileShape::html : FileShape::hocr;
  if (text.starts_with("<?xml") || (text[0] == '<' && !xml_root(text).empty()))
    return FileShape::xml;
  return is_table(text, path) ? FileShape::table : FileShape::page;
}

bool is_wire(std::string_view start) {
  constexpr std::size_t kShortestHeader = 6;
  constexpr std::size_t kLongestHeader = 1000;
  constexpr char kSynchronous = '\x16';
  std::size_t at = 0;
  while (at < start.size() && (start[at] == kSynchronous || start[at] == '\r' || start[at] == '\n'))
    ++at;
  if (at >= start.size() || start[at] != '\x01') return false;
  const std::size_t text = start.substr(at, kLongestHeader).find('\x02');
  return text != std::string_view::npos && text > kShortestHeader;
}

std::string binary_kind(std::string_view start) {
  for (const Magic& magic : kMagics)
    if (start.starts_with(magic.bytes)) return std::string(magic.kind);
  const auto odd =
      static_cast<std::size_t>(std::count_if(start.begin(), start.end(), is_odd_control));
  const bool has_nul = start.find('\0') != std::string_view::npos;
  return has_nul || odd > start.size() / 20 ? "a binary file" : "";
}

}  // namespace newsindex
