// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/dictionary_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "schema/text/icu_error.h"

namespace newsindex {

struct DictionaryBreaks::Iterator {
  std::unique_ptr<icu::BreakIterator> words;
  UText* text = nullptr;

  Iterator() {
    UErrorCode error = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
    check_icu(error);
  }
  ~Iterator() { utext_close(text); }
  Iterator(const Iterator&) = delete;
  Iterator& operator=(const Iterator&) = delete;

  void read(std::string_view run) {
    UErrorCode error = U_ZERO_ERROR;
    text = utext_openUTF8(text, run.data(), static_cast<std::int64_t>(run.size()), &error);
    words->setText(text, error);
    check_icu(error);
  }
};

DictionaryBreaks::DictionaryBreaks() = default;
DictionaryBreaks::~DictionaryBreaks() = default;

const std::vector<std::pair<std::uint32_t, std::uint32_t>>& DictionaryBreaks::words(
    std::string_view run) {
  if (!iterator_) iterator_ = std::make_unique<Iterator>();
  iterator_->read(run);
  words_.clear();
  icu::BreakIterator& words = *iterator_->words;
  int32_t start = words.first();
  for (int32_t end = words.next(); end != icu::BreakIterator::DONE; start = end, end = words.next())
    words_.emplace_back(static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end));
  return words_;
}

}  // namespace newsindex
