// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/site_names.h"

#include <algorithm>
#include <array>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/text/lines.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

bool ends_like_host(std::string_view text) {
  constexpr std::array<std::string_view, 6> kEndings{".de", ".com", ".org", ".net", ".ch", ".at"};
  return std::ranges::any_of(kEndings, [&](auto ending) { return text.ends_with(ending); });
}

}  // namespace

SiteNames::SiteNames(const HtmlFacts& facts) {
  for (const FoundFact* source : facts.of(HtmlFact::source)) {
    const PageBlock block = make_block(source->value);
    const auto words = words_of(block.letters);
    if (!words.empty()) words_.emplace_back(words.begin(), words.end());
    sources_.insert(letters_of(folded_name(source->value)));
  }
  for (const FoundFact* url : facts.of(HtmlFact::url)) {
    const std::string host = folded_name(host_of(url->value));
    if (host.empty()) continue;
    hosts_.insert(letters_of(host));
    hosts_.insert(letters_of(host.substr(0, host.rfind('.'))));
  }
  for (const FoundFact* home : facts.of(HtmlFact::home_link))
    home_links_.insert(make_block(home->value).letters);
}

bool SiteNames::includes(const PageBlock& part) const {
  if (part.letters.empty()) return true;
  const auto words = words_of(part.letters);
  const auto has_all = [&](const Names& name) {
    return std::ranges::all_of(words, [&](std::string_view word) { return name.contains(word); });
  };
  return std::ranges::any_of(words_, has_all) || home_links_.contains(part.letters) ||
         hosts_.contains(letters_of(part.folded)) || ends_like_host(part.text);
}

bool SiteNames::is_name(std::string_view name) const {
  const std::string letters = letters_of(folded_name(name));
  return letters.empty() || name.find("www.") != std::string_view::npos ||
         name.find('@') != std::string_view::npos || name.find("://") != std::string_view::npos ||
         hosts_.contains(letters) || sources_.contains(letters);
}

std::string letters_of(std::string_view folded) {
  std::string letters;
  for (const char c : folded)
    if (c != ' ' && c != '-' && c != '.') letters += c;
  return letters;
}

}  // namespace newsindex
