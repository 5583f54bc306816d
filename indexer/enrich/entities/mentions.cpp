// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/mentions.h"

#include <algorithm>
#include <string_view>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace newsindex {
namespace {

struct Hit {
  Mention mention;
  std::size_t entity = 0;
};

// The code point that begins at `at` (character_at) or ends there (character_before); U_SENTINEL at
// the ends of the text.
UChar32 character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return U_SENTINEL;
  UChar32 c = U_SENTINEL;
  auto index = static_cast<std::int32_t>(at);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT(bytes, index, static_cast<std::int32_t>(text.size()), c);
  return c;
}

UChar32 character_before(std::string_view text, std::size_t at) {
  if (at == 0) return U_SENTINEL;
  UChar32 c = U_SENTINEL;
  auto index = static_cast<std::int32_t>(at);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_PREV(bytes, 0, index, c);
  return c;
}

// Whether a character continues a word. Chinese, Japanese, Thai and similar scripts write no spaces
// between words: there a word can end anywhere.
bool continues_word(UChar32 c) {
  if (c < 0 || !u_isalnum(c)) return false;
  const int breaking = u_getIntPropertyValue(c, UCHAR_LINE_BREAK);
  return breaking != U_LB_IDEOGRAPHIC && breaking != U_LB_COMPLEX_CONTEXT &&
         breaking != U_LB_CONDITIONAL_JAPANESE_STARTER;
}

bool is_boundary(std::string_view text, std::size_t at) {
  return !continues_word(character_before(text, at)) || !continues_word(character_at(text, at));
}

void find_name(std::string_view text, MentionField field, std::string_view name, std::size_t entity,
               std::vector<Hit>& hits) {
  if (name.empty()) return;
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if (is_boundary(text, at) && is_boundary(text, end))
      hits.push_back(
          {{field, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, entity});
  }
}

void find_entity(const Article& article, std::size_t number, std::vector<Hit>& hits) {
  const Entity& entity = article.entities[number];
  const auto find = [&](std::string_view name) {
    find_name(article.title, MentionField::title, name, number, hits);
    find_name(article.body, MentionField::body, name, number, hits);
  };
  find(entity.name);
  for (const std::string& alias : entity.aliases) find(alias);
}

bool before(const Hit& a, const Hit& b) {
  if (a.mention.field != b.mention.field) return a.mention.field < b.mention.field;
  if (a.mention.start != b.mention.start) return a.mention.start < b.mention.start;
  return a.mention.end > b.mention.end;
}

bool overlap(const Mention& a, const Mention& b) { return a.field == b.field && b.start < a.end; }

// Two entities may have the same name (a person and a company): then both are mentioned.
bool same_place(const Mention& a, const Mention& b) { return a == b; }

void drop_outside(const Article& article, std::vector<Mention>& mentions) {
  std::erase_if(mentions, [&article](const Mention& mention) {
    const std::string& text = mention.field == MentionField::title ? article.title : article.body;
    return mention.start >= mention.end || mention.end > text.size();
  });
}

}  // namespace

void find_mentions(Article& article) {
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < article.entities.size(); ++i) {
    drop_outside(article, article.entities[i].mentions);
    if (article.entities[i].mentions.empty()) find_entity(article, i, hits);
  }
  std::sort(hits.begin(), hits.end(), before);
  const Hit* last = nullptr;
  for (const Hit& hit : hits) {
    const bool covered = last != nullptr && overlap(last->mention, hit.mention);
    if (covered && !same_place(last->mention, hit.mention)) continue;
    auto& mentions = article.entities[hit.entity].mentions;
    if (mentions.empty() || mentions.back() != hit.mention) mentions.push_back(hit.mention);
    last = &hit;
  }
}

}  // namespace newsindex
