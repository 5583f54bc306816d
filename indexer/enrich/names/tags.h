// SPDX-License-Identifier: GPL-3.0-or-later
// The tags of tokens: outside of names, or, for each type of entity, the first, an inner or the
// last token of a name, or a name of one token (BILOU: Ratinov, Roth: Design Challenges and
// Misconceptions in Named Entity Recognition, CoNLL 2009).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrich/confidence.h"
#include "schema/article.h"

namespace newsindex {

inline constexpr std::size_t kNameTags = 13;
// Scores of a token are kept in 16 lanes, three of them unused, to fill vector registers.
inline constexpr std::size_t kTagLanes = 16;

inline constexpr std::array kNameTypes{EntityType::person, EntityType::organisation,
                                       EntityType::place};

enum class NamePart : std::uint8_t { begin, inside, last, unit };

using Tag = std::uint8_t;
inline constexpr Tag kOutside = 0;

constexpr Tag tag_of(EntityType type, NamePart part) {
  return static_cast<Tag>(1 + 4 * static_cast<int>(type) + static_cast<int>(part));
}
constexpr EntityType type_of(Tag tag) { return static_cast<EntityType>((tag - 1) / 4); }
constexpr NamePart part_of(Tag tag) { return static_cast<NamePart>((tag - 1) % 4); }

// continues_after: the name continues after this tag. continues_before: it began before this tag.
constexpr bool continues_after(Tag tag) {
  return tag != kOutside && (part_of(tag) == NamePart::begin || part_of(tag) == NamePart::inside);
}
constexpr bool continues_before(Tag tag) {
  return tag != kOutside && (part_of(tag) == NamePart::inside || part_of(tag) == NamePart::last);
}
constexpr bool may_follow(Tag before, Tag after) {
  if (continues_after(before) != continues_before(after)) return false;
  return !continues_after(before) || type_of(before) == type_of(after);
}

// Tokens [begin, end) of a text that form a name.
struct TokenSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  EntityType type = EntityType::person;
  int confidence = kConfidenceOfLists;  // percent; from whoever found the name
  friend bool operator==(const TokenSpan&, const TokenSpan&) = default;
};

// Appends the names of a valid sequence of tags. `offset` is added to their token numbers.
inline void append_spans(std::span<const Tag> tags, std::uint32_t offset,
                         std::vector<TokenSpan>& spans) {
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == kOutside) continue;
    if (!continues_before(tags[i])) begin = i;
    if (!continues_after(tags[i]))
      spans.push_back({offset + begin, offset + i + 1, type_of(tags[i])});
  }
}

}  // namespace newsindex
