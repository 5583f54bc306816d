// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/context.h"

#include <algorithm>
#include <utility>

namespace newsindex {
namespace {

constexpr std::size_t kFewWords = 4;     // fewer words do not show whether this is a headline
constexpr std::size_t kLeastTenths = 7;  // at least 7 in 10 words of a headline have a capital
constexpr std::size_t kFirstSlots = 512;
constexpr std::size_t kMostSlots = 16'384;  // kept after a long article

}  // namespace

void WordCases::learn(const CutText& cut, std::span<const WordForm* const> forms) {
  std::size_t begin = 0;
  for (const std::size_t end : cut.sentence_ends) {
    if (case_of(forms.subspan(begin, end - begin)) == SentenceCase::normal) {
      bool fresh = true;  // at the beginning, or after punctuation that may begin a quotation
      for (std::size_t i = begin; i < end; ++i) {
        const WordForm& form = *forms[i];
        if (form.letters) {
          Elsewhere& seen = seen_of(form.lower);
          seen.lower |= !form.capital;
          seen.capital |= form.capital && !fresh;
        }
        fresh = !form.letters && cut.word(i) != "," && cut.word(i) != "'s";
      }
    }
    begin = end;
  }
}

Elsewhere WordCases::of(const WordForm& word) const {
  if (slots_.empty()) return {};
  const Slot& slot = slots_[slot_of(word.lower)];
  return is_used(slot) ? slot.seen : Elsewhere{};
}

void WordCases::clear() {
  used_ = 0;
  if (++article_ > 0 && slots_.size() <= kMostSlots) return;
  article_ = 1;
  slots_.clear();
  slots_.shrink_to_fit();
}

Elsewhere& WordCases::seen_of(std::uint64_t lower) {
  if (2 * used_ >= slots_.size()) grow();
  Slot& slot = slots_[slot_of(lower)];
  if (!is_used(slot)) {
    slot = {lower, article_, {}};
    ++used_;
  }
  return slot.seen;
}

// The slot of a word, or the free slot where it would go.
std::size_t WordCases::slot_of(std::uint64_t lower) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = lower & mask;
  while (is_used(slots_[at]) && slots_[at].lower != lower) at = (at + 1) & mask;
  return at;
}

void WordCases::grow() {
  const std::vector<Slot> old =
      std::exchange(slots_, std::vector<Slot>(std::max(kFirstSlots, 2 * slots_.size())));
  for (const Slot& slot : old)
    if (is_used(slot)) slots_[slot_of(slot.lower)] = slot;
}

SentenceCase case_of(std::span<const WordForm* const> sentence) {
  std::size_t words = 0;
  std::size_t capitalised = 0;
  std::size_t capitals = 0;
  for (const WordForm* form : sentence) {
    if (!form->letters) continue;
    ++words;
    capitalised += form->capital;
    capitals += form->all_caps;
  }
  if (words >= kFewWords - 1 && capitals * 10 >= words * kLeastTenths)
    return SentenceCase::capitals;
  if (words >= kFewWords && capitalised * 10 >= words * kLeastTenths) return SentenceCase::title;
  return SentenceCase::normal;
}

TokenContext context_of(std::span<const WordForm* const> sentence, std::size_t at,
                        SentenceCase sentence_case, const WordCases& cases) {
  TokenContext context;
  for (int distance = -kReach; distance <= kReach; ++distance) {
    const auto place = static_cast<std::ptrdiff_t>(at) + distance;
    const WordForm* word = place < 0 ? &beginning_of_sentence() : &end_of_sentence();
    if (place >= 0 && place < static_cast<std::ptrdiff_t>(sentence.size()))
      word = sentence[static_cast<std::size_t>(place)];
    context.words[static_cast<std::size_t>(distance + kReach)] = word;
  }
  context.sentence_case = sentence_case;
  context.first = at == 0;
  if (sentence[at]->capital) context.elsewhere = cases.of(*sentence[at]);
  return context;
}

}  // namespace newsindex
