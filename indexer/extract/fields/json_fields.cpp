// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/fields/json_fields.h"

#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "indexer/extract/text/rule_table.h"
#include "schema/error.h"
#include "schema/text/ascii.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

constexpr std::string_view kTable =
#include "field-names.inc"
    ;

using enum JsonField;
constexpr auto kFields = std::to_array<std::pair<std::string_view, JsonField>>(
    {{"id", id},
     {"url", url},
     {"title", title},
     {"published", published},
     {"published_precision", published_precision},
     {"published_evidence", published_evidence},
     {"published_ambiguous", published_ambiguous},
     {"modified", modified},
     {"version", version},
     {"language", language},
     {"source", source},
     {"section", section},
     {"authors", authors},
     {"lead", lead},
     {"body", body},
     {"keywords", keywords},
     {"topics", topics},
     {"subjects", subjects},
     {"people", people},
     {"organisations", organisations},
     {"places", places},
     {"entities", entities}});
static_assert(kFields.size() == kJsonFields, "a field has no name");

// Appends the letters and digits of a name in any script, folded as words are in an archive.
void squeeze_other(std::string_view name, std::string& out) {
  thread_local Characters characters;
  for (std::size_t at = 0; at < name.size();) {
    const Character& character = characters[next_character(name, at)];
    const bool counts = character.char_class == CharClass::letter ||
                        character.char_class == CharClass::digit ||
                        character.char_class == CharClass::ideographic;
    if (counts && !character.combines) out += character.folded_text();
  }
}

std::string normalized_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      out.clear();
      squeeze_other(name, out);
      return out;
    }
    if (is_letter_or_digit(c)) out += lower(c);
  }
  return out;
}

using Index = std::unordered_map<std::string, JsonFieldName>;

Index load_names() {
  Index index;
  std::array<int, kJsonFields> english{};
  std::array<int, kJsonFields> others{};
  others.fill(kRankOfOtherLanguages);
  for (const auto& [field, language, name] : rule_rows<3>(kTable)) {
    const JsonField named = rule_value(field, kFields);
    int& rank = (language == "en" ? english : others)[static_cast<std::size_t>(named)];
    index.emplace(normalized_name(name), JsonFieldName{named, rank++});
  }
  return index;
}

}  // namespace

std::optional<JsonFieldName> json_field_named(std::string_view name) {
  static const Index index = load_names();
  const auto found = index.find(normalized_name(name));
  return found == index.end() ? std::nullopt : std::optional(found->second);
}

JsonField mapped_field(const std::string& name) {
  if (const auto found = json_field_named(name); found && found->rank < kRankOfOtherLanguages)
    return found->field;
  throw Error(
      ExitCode::usage,
      "unknown article field '" + name +
          "' in --map (one of id, url, title, published, modified, language, source, section, "
          "authors, lead, body, keywords, topics, people, organisations, places, entities)");
}

}  // namespace newsindex
