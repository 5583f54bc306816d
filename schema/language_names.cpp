// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/language_names.h"

#include <algorithm>
#include <unordered_map>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace newsindex {
namespace {

constexpr std::size_t kCodeLength = 2;

std::string folded(const icu::UnicodeString& text) {
  icu::UnicodeString copy(text);
  std::string out;
  copy.foldCase().trim().toUTF8String(out);
  return out;
}

using Names = std::unordered_map<std::string, std::string>;

// "english", "german", "deutsch" -> code.
Names language_names() {
  Names names;
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    if (std::string_view(*code).size() != kCodeLength) continue;
    const icu::Locale locale(*code);
    icu::UnicodeString name;
    names.emplace(folded(locale.getDisplayLanguage(icu::Locale::getEnglish(), name)), *code);
    names.emplace(folded(locale.getDisplayLanguage(locale, name)), *code);
  }
  return names;
}

bool looks_like_tag(std::string_view name) {
  const std::size_t language = std::min(name.find_first_of("-_"), name.size());
  return language == 2 || language == 3;
}

// Norwegian as a whole is "no", its usual written form is "nb". One publisher may use both, so "nb"
// becomes "no".
std::string_view one_code(std::string_view language) { return language == "nb" ? "no" : language; }

// The two-letter code at the start of a language tag; empty when there is none.
std::string code_of_tag(const std::string& tag) {
  const icu::Locale locale = icu::Locale::createCanonical(tag.c_str());
  const std::string_view language = one_code(locale.getLanguage());
  if (language.size() != kCodeLength) return {};
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code)
    if (language == *code) return std::string(language);
  return {};
}

}  // namespace

std::string language_code(std::string_view name) {
  if (name.empty()) return {};
  if (looks_like_tag(name))
    if (std::string code = code_of_tag(std::string(name)); !code.empty()) return code;
  static const Names names = language_names();
  const auto found = names.find(folded(icu::UnicodeString::fromUTF8(std::string(name))));
  return found == names.end() ? std::string() : std::string(one_code(found->second));
}

std::string language_name(std::string_view code) {
  icu::UnicodeString name;
  std::string text;
  icu::Locale(std::string(code).c_str())
      .getDisplayLanguage(icu::Locale::getEnglish(), name)
      .toUTF8String(text);
  return text;
}

std::vector<std::string> english_language_names() {
  std::vector<std::string> names;
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code)
    if (std::string_view(*code).size() == kCodeLength) names.push_back(language_name(*code));
  return names;
}

}  // namespace newsindex
