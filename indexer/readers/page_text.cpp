// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/page_text.h"

#include <vector>

#include <pugixml.hpp>
#include <simdjson.h>

#include "indexer/extract/text/tags.h"
#include "indexer/readers/byte_source.h"
#include "indexer/readers/xml_scanner.h"

namespace newsindex {
namespace {

// True for elements that are smaller than a line, and so are never an article.
bool is_small(std::string_view name) {
  return name == "String" || name == "SP" || name == "HYP" || name == "Word" || name == "Glyph";
}

// Decodes XML that is not UTF-8, from the encoding that it declares, or else from windows-1252.
std::string decoded(const std::string& bytes) {
  const std::string declared = declared_charset(bytes);
  std::string text;
  Decoder(is_known_charset(declared) ? declared : "windows-1252").decode(bytes, true, text);
  return text;
}

}  // namespace

bool begins_like_page(std::string_view start) {
  const std::string_view root = xml_root(start);
  return root == "alto" || root == "PcGts";
}

PageText::PageText(Bytes& bytes, const ReadLimits& limits) {
  if (!read(bytes, limits.record_bytes)) return;
  if (!begins_like_page(text_)) {
    failure_ = "no page of ALTO or PAGE XML";
    return;
  }
  pugi::xml_document document;
  const auto parsed =
      document.load_buffer(text_.data(), text_.size(), pugi::parse_minimal, pugi::encoding_utf8);
  if (parsed)
    find_blocks(limits.depth);
  else
    failure_ = "not XML: " + std::string(parsed.description()) + " at byte " +
               std::to_string(parsed.offset);
}

bool PageText::read(Bytes& bytes, std::size_t most) {
  ByteSource source(bytes);
  while (text_.size() <= most && source.read_block(text_)) continue;
  failure_ = source.failure();
  if (failure_.empty() && text_.size() > most)
    failure_ = "longer than " + std::to_string(most >> 20) + " MB";
  if (failure_.empty() && text_.empty()) failure_ = "empty file";
  if (!simdjson::validate_utf8(text_)) text_ = decoded(text_);
  return failure_.empty();
}

void PageText::find_blocks(std::size_t most_depth) {
  struct Open {
    std::size_t start;
    std::string id;
  };
  std::vector<Open> open;
  const std::string_view text = text_;
  for (std::size_t at = 0; at < text.size();) {
    const auto token = next_xml_token(text.substr(at), true);
    if (!token) break;
    const std::size_t end = at + token->end;
    if (token->piece == XmlPiece::start_tag) {
      if (open.size() >= most_depth) {
        failure_ = "elements are nested more than " + std::to_string(most_depth) + " deep";
        return;
      }
      const bool small = is_small(local_xml_name(token->name));
      const std::string_view rest = text.substr(at + 1, token->end - 2);
      open.push_back({at, small ? std::string()
                                : std::string(attribute(rest.substr(token->name.size()), "id"))});
    } else if (token->piece == XmlPiece::end_tag && !open.empty()) {
      const std::string_view element = text.substr(open.back().start, end - open.back().start);
      if (!open.back().id.empty()) blocks_.emplace(std::move(open.back().id), element);
      open.pop_back();
      if (open.empty()) whole_ = element;
    }
    at = end;
  }
}

std::string_view PageText::block(const std::string& id) const {
  const auto found = blocks_.find(id);
  return found == blocks_.end() ? std::string_view() : found->second;
}

}  // namespace newsindex
