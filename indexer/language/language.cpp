// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/language/language.h"

#include <algorithm>
#include <array>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace newsindex {
namespace {

constexpr std::size_t kCodeLength = 2;

// The two-letter code: CLD2 uses some old codes, and adds tags for scripts.
std::string code_of(CLD2::Language language) {
  struct Renamed {
    std::string_view old;
    std::string_view now;
  };
  constexpr std::array kRenamed{Renamed{"iw", "he"}, Renamed{"jw", "jv"}, Renamed{"mo", "ro"}};
  std::string code(CLD2::LanguageCode(language));
  code.resize(std::min(code.find('-'), code.size()));
  for (const Renamed& row : kRenamed)
    if (row.old == code) code = row.now;
  return code.size() == kCodeLength && code != "un" ? code : std::string();
}

// At most `bytes` bytes, cut between characters.
std::string_view beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0u) == 0x80) --bytes;
  return text.substr(0, bytes);
}

// The language of at least `percent` per cent of a text, if CLD2 is sure enough.
std::string language_of(const std::string& text, int percent) {
  constexpr int kEnoughBytes = 20;
  constexpr int kManyBytes = 300;
  constexpr int kAlone = 50;
  constexpr int kHardlyAny = 2;
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true,
                                  languages.data(), percents.data(), &text_bytes, &reliable);
  const bool ahead = percents[0] >= 2 * percents[1];
  const bool clear = reliable && ahead && percents[0] >= percent && text_bytes >= kEnoughBytes;
  // CLD2 skips parts that could be in a closely related language, and then doubts the whole text. A
  // longer text in which it finds no other language is accepted all the same.
  const bool alone = language == languages[0] && percents[0] >= kAlone &&
                     percents[1] <= kHardlyAny && text_bytes >= kManyBytes;
  return clear || alone ? code_of(language) : std::string();
}

}  // namespace

std::string detected_language(std::string_view title, std::string_view body) {
  // The beginning is enough for most articles; looking further costs more than parsing them.
  // Foreign names may mislead at the beginning, so the result must be clearer there.
  struct Look {
    std::size_t bytes;
    int percent;
  };
  for (const Look look : {Look{512, 97}, Look{4096, 65}}) {
    const std::string text = std::string(title) + "\n" + std::string(beginning(body, look.bytes));
    if (std::string code = language_of(text, look.percent); !code.empty()) return code;
  }
  return {};
}

}  // namespace newsindex
