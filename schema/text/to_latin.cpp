// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/to_latin.h"

#include <array>

#include <dlfcn.h>
#include <unicode/unistr.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

namespace newsindex {
namespace {

#define NEWSINDEX_TEXT_OF(name) #name
#define NEWSINDEX_NAME_OF(name) NEWSINDEX_TEXT_OF(name)

// ICU's library with the transliterators is loaded on first use: loading it takes a fifth of the
// start time of a search, and few searches need it.
class Transliterator {
 public:
  Transliterator() {
    void* const library = ::dlopen("libicui18n.so." U_ICU_VERSION_SHORT, RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) return;
    const auto open = reinterpret_cast<decltype(&utrans_openU)>(
        ::dlsym(library, NEWSINDEX_NAME_OF(utrans_openU)));
    transliterate_ = reinterpret_cast<decltype(&utrans_transUChars)>(
        ::dlsym(library, NEWSINDEX_NAME_OF(utrans_transUChars)));
    if (open == nullptr || transliterate_ == nullptr) return;
    const icu::UnicodeString id(u"Any-Latin; Latin-ASCII; Lower");
    UErrorCode status = U_ZERO_ERROR;
    rules_ = open(id.getBuffer(), id.length(), UTRANS_FORWARD, nullptr, 0, nullptr, &status);
    if (U_FAILURE(status)) rules_ = nullptr;
  }

  std::string operator()(std::string_view text) const {
    constexpr std::int32_t kMost = 256;  // UTF-16 units: names and words are shorter
    const icu::UnicodeString whole =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    if (rules_ == nullptr || whole.length() >= kMost) return std::string(text);
    std::array<char16_t, 8 * kMost> units{};
    std::int32_t length = whole.length();
    std::int32_t limit = length;
    whole.extract(0, length, units.data());
    UErrorCode status = U_ZERO_ERROR;
    transliterate_(rules_, units.data(), &length, static_cast<std::int32_t>(units.size()), 0,
                   &limit, &status);
    if (U_FAILURE(status)) return std::string(text);
    std::string latin;
    icu::UnicodeString(units.data(), length).toUTF8String(latin);
    return latin;
  }

 private:
  UTransliterator* rules_ = nullptr;
  decltype(&utrans_transUChars) transliterate_ = nullptr;
};

}  // namespace

std::string to_latin(std::string_view text) {
  static const Transliterator kTransliterator;
  return kTransliterator(text);
}

}  // namespace newsindex
