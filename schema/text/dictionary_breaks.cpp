// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/dictionary_breaks.h"

#include "schema/text/utf8_breaks.h"

namespace newsindex {

struct DictionaryBreaks::Iterator {
  static std::unique_ptr<icu::BreakIterator> made() {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
    check_icu(error);
    return words;
  }

  Utf8Breaks breaks{made()};
};

DictionaryBreaks::DictionaryBreaks() = default;
DictionaryBreaks::~DictionaryBreaks() = default;

const std::vector<std::pair<std::uint32_t, std::uint32_t>>& DictionaryBreaks::words(
    std::string_view run) {
  if (!iterator_) iterator_ = std::make_unique<Iterator>();
  words_.clear();
  icu::BreakIterator& words = iterator_->breaks.of(run);
  int32_t start = words.first();
  for (int32_t end = words.next(); end != icu::BreakIterator::DONE; start = end, end = words.next())
    words_.emplace_back(static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end));
  return words_;
}

}  // namespace newsindex
