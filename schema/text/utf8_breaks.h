// SPDX-License-Identifier: GPL-3.0-or-later
// An ICU iterator over breaks in UTF-8 text, which it does not copy.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "schema/text/icu_error.h"

namespace newsindex {

class Utf8Breaks {
 public:
  explicit Utf8Breaks(std::unique_ptr<icu::BreakIterator> breaks) : breaks_(std::move(breaks)) {}
  ~Utf8Breaks() { utext_close(text_); }
  Utf8Breaks(const Utf8Breaks&) = delete;
  Utf8Breaks& operator=(const Utf8Breaks&) = delete;

  // The breaks of a text. The text must stay valid while the iterator is used.
  icu::BreakIterator& of(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    text_ = utext_openUTF8(text_, text.data(), static_cast<std::int64_t>(text.size()), &error);
    breaks_->setText(text_, error);
    check_icu(error);
    return *breaks_;
  }

 private:
  std::unique_ptr<icu::BreakIterator> breaks_;
  UText* text_ = nullptr;
};

}  // namespace newsindex
