// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_envelope.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/extract/text/tags.h"
#include "indexer/readers/json_scanner.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;
using Is = JsonEnvelope::Is;

constexpr std::array kLists{"item"sv, "items"sv, "articles"sv, "results"sv};
constexpr std::array kAround{"data"sv, "response"sv, "feed"sv};
constexpr std::array kHeadlines{"title"sv, "headline"sv, "headlines"sv};
constexpr std::array kTexts{"body"sv,      "bodies"sv,      "text"sv,
                            "body_text"sv, "body_html"sv,   "bodytext"sv,
                            "content"sv,   "articlebody"sv, "fulltext"sv};
constexpr std::array kAddresses{"uri"sv, "guid"sv, "item"sv};

// Iterates over the members of an object.
class Members {
 public:
  // REQUIRES: `at` is after the opening bracket.
  Members(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  // Goes to the value of the next member. False at the end of the object, or of the text (cut_off).
  bool next() {
    skip_space_and(",");
    if (cut_off() || text_[at_] != '"') return false;
    const std::size_t start = at_ + 1;
    skip_string();
    if (cut_off()) return false;
    key_ = text_.substr(start, at_ - start - 1);
    skip_space_and(":");
    return !cut_off();
  }

  std::string_view key() const { return key_; }
  char value() const { return text_[at_]; }
  std::size_t at() const { return at_; }
  bool cut_off() const { return at_ >= text_.size(); }
  void enter() { ++at_; }

  // The value if it is a string, as written.
  std::string_view string() const {
    return value() == '"' ? text_.substr(at_ + 1, text_.find('"', at_ + 1) - at_ - 1) : ""sv;
  }

  // The position of the first object, if the value is a list that begins with one; else nullopt,
  // also if the text ends too early (cut_off).
  std::optional<std::size_t> first_object() {
    const std::size_t first = text_.find_first_not_of(" \t\r\n", at_ + 1);
    at_ = first == std::string_view::npos ? text_.size() : at_;
    return cut_off() || text_[first] != '{' ? std::nullopt : std::optional(first);
  }

  void skip_value() {
    if (value() == '"') return skip_string();
    if (value() == '{' || value() == '[') {
      JsonScanner scanner;
      const std::size_t end = scanner.find_end(text_.substr(at_));
      at_ = end == JsonScanner::npos ? text_.size() : at_ + end;
      return;
    }
    at_ = std::min(text_.find_first_of(",}]", at_), text_.size());
  }

 private:
  void skip_space_and(std::string_view mark) {
    const auto skipped = [mark](char c) {
      return c == ' ' || c == '\t' || c == '\r' || c == '\n' || mark.front() == c;
    };
    while (!cut_off() && skipped(text_[at_])) ++at_;
  }

  void skip_string() {
    for (++at_; !cut_off() && text_[at_] != '"'; ++at_)
      if (text_[at_] == '\\') ++at_;
    at_ = std::min(at_ + 1, text_.size());
  }

  std::string_view text_;
  std::size_t at_;
  std::string_view key_;
};

bool is_headline_or_text_key(std::string_view key) {
  return is_name_of(key, kHeadlines) || is_name_of(key, kTexts);
}

// Is::envelope if the object at `at` can be an article, or contains one.
Is looks_like_an_article(std::string_view text, std::size_t at) {
  Members members(text, at + 1);
  while (members.next()) {
    if (is_headline_or_text_key(members.key()) || is_name_of(members.key(), kAddresses))
      return Is::envelope;
    members.skip_value();
  }
  return members.cut_off() ? Is::undecided : Is::something_else;
}

}  // namespace

JsonEnvelope look_for_envelope(std::string_view text) {
  Members members(text, 1);
  std::size_t depth = 1;
  bool feed = false;
  while (members.next()) {
    if (members.string().find("jsonfeed.org") != std::string_view::npos) feed = true;
    const bool title_of_feed = feed && same_name(members.key(), "title");
    if (is_headline_or_text_key(members.key()) && !title_of_feed) return {};
    if (members.value() == '[' && is_name_of(members.key(), kLists)) {
      const std::size_t list = members.at() + 1;
      const auto first = members.first_object();
      if (members.cut_off()) break;
      if (first) return {looks_like_an_article(text, *first), list, depth};
    } else if (members.value() == '{' && depth == 1 && is_name_of(members.key(), kAround)) {
      feed = feed || same_name(members.key(), "feed");
      ++depth;
      members.enter();
      continue;
    }
    members.skip_value();
  }
  return {members.cut_off() ? Is::undecided : Is::something_else};
}

}  // namespace newsindex
