// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/labels.h"

#include <algorithm>

#include "indexer/extract/layout/breadcrumb.h"
#include "indexer/extract/layout/page_source.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/rule_words.h"
#include "schema/text/ascii.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostSections = 4;
constexpr std::size_t kMostKeywords = 40;

// All values of the most trusted rule for a fact.
std::vector<std::string> values_of(const HtmlFacts& facts, HtmlFact fact, std::string& rule) {
  std::vector<std::string> values;
  for (const FoundFact* found : facts.of(fact)) {
    if (values.empty()) rule = found->rule;
    if (found->rule != rule) break;
    if (std::ranges::find(values, found->value) == values.end()) values.push_back(found->value);
  }
  return values;
}

// The first folder of the path, if it is a word: "/sport/football/2023/..." gives "sport".
std::string section_in_address(const std::string& url) {
  static const WordSet& folders = page_words("folder");
  const std::size_t host = url.find("://");
  const std::size_t begin = host == std::string::npos ? host : url.find('/', host + 3);
  if (begin == std::string::npos) return {};
  const auto parts = parts_of(std::string_view(url).substr(begin), "/");
  constexpr std::size_t kLongest = 20;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    const std::string& part = parts[i];
    const bool word = std::ranges::all_of(part, is_lower);
    if (!word || part.size() < 4 || part.size() > kLongest) return {};
    if (!folders.contains(part)) return part;
  }
  return {};
}

void find_section(const HtmlFacts& facts, const HtmlBody& body, HtmlLabels& labels) {
  labels.section = values_of(facts, HtmlFact::section, labels.section_rule);
  if (labels.section.empty()) {
    labels.section_rule = "breadcrumb";
    const PageLayout& layout = body.layout;
    const std::size_t end = std::min(layout.first_block() + 1, layout.blocks.size());
    for (std::size_t i = 0; i < end; ++i) {
      labels.section = breadcrumb_sections(layout.blocks[i].text, layout.headline.title);
      if (!labels.section.empty()) break;
    }
  }
  std::erase_if(labels.section, is_start);
  if (labels.section.empty()) {
    labels.section_rule = "address of the page";
    if (std::string section = section_in_address(labels.url); !section.empty())
      labels.section = {std::move(section)};
  }
  if (labels.section.size() > kMostSections) labels.section.resize(kMostSections);
}

void find_source(const HtmlFacts& facts, const HtmlBody& body, HtmlLabels& labels) {
  if (const FoundFact* source = facts.first(HtmlFact::source)) {
    labels.source = source->value;
    labels.source_rule = source->rule;
    return;
  }
  const PageLayout& layout = body.layout;
  labels.source = layout.headline.site;
  labels.source_rule = "title of the page";
  for (std::size_t i = layout.blocks.size(); labels.source.empty() && i > layout.region.end; --i) {
    labels.source = copyright_name(layout.blocks[i - 1].text);
    labels.source_rule = "copyright line";
  }
}

bool is_start_page(const std::string& url) {
  const std::size_t slash = url.find('/', url.find("://") + 3);
  return slash == std::string::npos || slash + 1 == url.size();
}

void find_address(const HtmlFacts& facts, const std::string& reached, HtmlLabels& labels) {
  for (const FoundFact* url : facts.of(HtmlFact::url)) {
    const bool whole = !host_of(url->value).empty();
    // Some sites give their start page as the canonical address of all pages.
    if (!whole || (is_start_page(url->value) && !reached.empty())) continue;
    labels.url = canonical_url(url->value);
    labels.url_rule = url->rule;
    return;
  }
  labels.url = reached.empty() ? std::string() : canonical_url(reached);
  labels.url_rule = "address that the page was fetched from";
}

}  // namespace

HtmlLabels find_labels(const HtmlFacts& facts, const HtmlBody& body, const std::string& reached) {
  HtmlLabels labels;
  find_address(facts, reached, labels);
  find_section(facts, body, labels);
  labels.keywords = values_of(facts, HtmlFact::keyword, labels.keyword_rule);
  if (labels.keywords.size() > kMostKeywords) labels.keywords.resize(kMostKeywords);
  find_source(facts, body, labels);
  return labels;
}

}  // namespace newsindex
