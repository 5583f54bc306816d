// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/blocks/boilerplate.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "indexer/extract/blocks/boilerplate_phrases.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestCaption = 250;
constexpr std::size_t kLongestLabelled = 450;

// The longest block, in letters, that a phrase with this place can mark as boilerplate.
std::size_t limit(PhrasePlace place) {
  switch (place) {
    case PhrasePlace::whole: return 80;
    case PhrasePlace::start: return 90;
    case PhrasePlace::short_line: return 160;
    case PhrasePlace::paragraph: break;
  }
  return 900;
}

// Phrases by their first word.
using PhraseBook = std::unordered_map<std::string_view, std::vector<Phrase>>;

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

PhraseBook load_book() {
  PhraseBook book;
  for (const Phrase& phrase : boilerplate_phrases())
    book[first_word(phrase.words)].push_back(phrase);
  return book;
}

bool starts_with_words(std::string_view text, std::string_view words) {
  return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

// "Photo: Jane Doe / AFP", "Tags: oil, trade": these kinds count only with such a mark near the
// phrase.
bool needs_mark(BlockKind kind) { return kind == BlockKind::credit || kind == BlockKind::keywords; }

bool has_mark(const PageBlock& block, std::string_view words) {
  const std::size_t end = std::min(words.size() + 12, block.text.size());
  return block.text.substr(0, end).find(':') != std::string::npos || block.text.starts_with('(') ||
         block.text.find("©") != std::string::npos ||
         (!block.sentence && block.text.find('/') != std::string::npos);
}

// True if the phrase is a label before a colon, "Read also: ...": then the line may be long.
bool is_label(const PageBlock& block, std::string_view words) {
  const std::size_t colon = block.text.find(':');
  return colon != std::string::npos &&
         make_block(std::string_view(block.text).substr(0, colon)).letters == words;
}

// `rest`: the letters of the block, from one of its words to the end.
bool fits(const PageBlock& block, std::string_view rest, const Phrase& phrase) {
  const bool may_be_long = phrase.place == PhrasePlace::start && !needs_mark(phrase.kind) &&
                           block.weight <= kLongestLabelled && is_label(block, phrase.words);
  if (block.weight > limit(phrase.place) && !may_be_long) return false;
  const bool at_start = rest.size() == block.letters.size();
  switch (phrase.place) {
    case PhrasePlace::whole: return at_start && rest == phrase.words;
    case PhrasePlace::start:
      return at_start && starts_with_words(rest, phrase.words) &&
             (!needs_mark(phrase.kind) || has_mark(block, phrase.words));
    case PhrasePlace::short_line:
    case PhrasePlace::paragraph: break;
  }
  return starts_with_words(rest, phrase.words);
}

BlockKind kind_by_words(const PageBlock& block) {
  static const PhraseBook book = load_book();
  for (std::string_view rest = block.letters; !rest.empty();) {
    const std::string_view word = first_word(rest);
    if (const auto phrases = book.find(word); phrases != book.end()) {
      for (const Phrase& phrase : phrases->second) {
        if (fits(block, rest, phrase)) return phrase.kind;
      }
    }
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return BlockKind::plain;
}

bool starts_with_copyright(const PageBlock& block) {
  return block.text.starts_with("©") || block.folded.starts_with("(c) ");
}

// "The harbour at dawn. (Photo: Jane Doe)" under a picture.
bool ends_with_credit(const PageBlock& block) {
  if (block.weight > kLongestCaption || !block.text.ends_with(')')) return false;
  const std::size_t open = block.text.rfind('(');
  if (open == std::string::npos || open == 0) return false;
  const PageBlock credit = make_block(std::string_view(block.text).substr(open + 1));
  return credit.text.find(':') != std::string::npos && kind_by_words(credit) == BlockKind::credit;
}

}  // namespace

BlockKind kind_of(const PageBlock& block) {
  if (block.weight > limit(PhrasePlace::paragraph)) return BlockKind::plain;
  if (starts_with_copyright(block) && block.weight <= limit(PhrasePlace::short_line)) {
    return BlockKind::legal;
  }
  const BlockKind kind = kind_by_words(block);
  return kind == BlockKind::plain && ends_with_credit(block) ? BlockKind::credit : kind;
}

}  // namespace newsindex
