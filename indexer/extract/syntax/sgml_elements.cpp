// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/syntax/sgml_elements.h"

#include <algorithm>
#include <optional>

#include "indexer/extract/text/tags.h"

namespace newsindex {
namespace {

struct ElementName {
  std::string_view name;
  SgmlElement element;
};

// Reuters-21578 and the collections of TREC (AP, WSJ, FT, LA Times, FBIS, AQUAINT, Gigaword).
constexpr std::array kNames{
    ElementName{"DOCNO", SgmlElement::id},
    ElementName{"DOCID", SgmlElement::id},
    ElementName{"TITLE", SgmlElement::title},
    ElementName{"HEADLINE", SgmlElement::title},
    ElementName{"HEAD", SgmlElement::title},
    ElementName{"HL", SgmlElement::title},
    ElementName{"TI", SgmlElement::title},
    ElementName{"TTL", SgmlElement::title},
    ElementName{"DATE", SgmlElement::date},
    ElementName{"DATE_TIME", SgmlElement::date},
    ElementName{"DATETIME", SgmlElement::date},
    ElementName{"PUBDATE", SgmlElement::date},
    ElementName{"DATE1", SgmlElement::date},
    ElementName{"DD", SgmlElement::date},
    ElementName{"AUTHOR", SgmlElement::byline},
    ElementName{"BYLINE", SgmlElement::byline},
    ElementName{"DATELINE", SgmlElement::dateline},
    ElementName{"LEADPARA", SgmlElement::lead},
    ElementName{"LP", SgmlElement::lead},
    ElementName{"SUMMARY", SgmlElement::lead},
    ElementName{"TEXT", SgmlElement::text},
    ElementName{"BODY", SgmlElement::body},
    ElementName{"TOPICS", SgmlElement::topics},
    ElementName{"PLACES", SgmlElement::places},
    ElementName{"PEOPLE", SgmlElement::people},
    ElementName{"ORGS", SgmlElement::organisations},
    ElementName{"EXCHANGES", SgmlElement::organisations},
    ElementName{"COMPANIES", SgmlElement::organisations},
    ElementName{"SOURCE", SgmlElement::source},
    ElementName{"PUB", SgmlElement::source},
    ElementName{"SO", SgmlElement::source},
    ElementName{"SECTION", SgmlElement::section},
    ElementName{"CATEGORY", SgmlElement::section},
    ElementName{"SUBJECT", SgmlElement::keywords},
    ElementName{"KEYWORD", SgmlElement::keywords},
    ElementName{"KEYWORDS", SgmlElement::keywords},
    ElementName{"DESCRIPT", SgmlElement::keywords},
    ElementName{"DESCRIPTORS", SgmlElement::keywords},
    ElementName{"LANGUAGE", SgmlElement::language},
    ElementName{"FILEID", SgmlElement::file},
    ElementName{"JOURNAL", SgmlElement::journal},
    ElementName{"URL", SgmlElement::url},
    // What stands beside the text without being part of it:
    ElementName{"UNKNOWN", SgmlElement::apart},
    ElementName{"MKNOTE", SgmlElement::apart},
    ElementName{"SLUG", SgmlElement::apart},
    ElementName{"DOCHDR", SgmlElement::apart},
    ElementName{"HEADER", SgmlElement::apart},
    ElementName{"TRAILER", SgmlElement::apart},
    ElementName{"ANNOTATION", SgmlElement::apart},
    ElementName{"FIRST", SgmlElement::apart},
    ElementName{"SECOND", SgmlElement::apart},
    ElementName{"NOTE", SgmlElement::apart},
};

std::optional<SgmlElement> element_named(std::string_view name) {
  for (const ElementName& row : kNames)
    if (row.name.size() == name.size() && same_name(row.name, name)) return row.element;
  return std::nullopt;
}

// Where an element without an end tag ends: at the next tag.
std::size_t implied_end(std::string_view record, std::size_t start) {
  const Tag next = next_tag(record, start);
  return next ? next.start : record.size();
}

}  // namespace

SgmlElements::SgmlElements(std::string_view record) : record_(record) {
  const Tag own = next_tag(record, 0);
  name_ = own.name;
  attributes_ = own.attributes;
  constexpr std::size_t kOpen = std::string_view::npos;
  for (Tag tag = next_tag(record, own.end); tag; tag = next_tag(record, tag.end)) {
    const auto element = element_named(tag.name);
    if (!element) continue;
    auto& spans = spans_[static_cast<std::size_t>(*element)];
    if (!tag.closing)
      spans.push_back({tag.start, tag.end, kOpen, kOpen});
    else if (!spans.empty() && spans.back().end == kOpen)
      spans.back().end = tag.start, spans.back().outer_end = tag.end;
  }
  for (auto& spans : spans_)
    for (SgmlSpan& span : spans)
      if (span.end == kOpen) span.end = span.outer_end = implied_end(record, span.start);
}

std::string_view SgmlElements::content(SgmlElement element) const {
  const auto& found = spans(element);
  return found.empty() ? std::string_view() : raw(found.front());
}

std::string SgmlElements::raw_without_elements(const SgmlSpan& span) const {
  std::vector<SgmlSpan> inner;
  for (const auto& spans : spans_)
    for (const SgmlSpan& other : spans)
      if (other.outer_start >= span.start && other.outer_end <= span.end) inner.push_back(other);
  std::sort(inner.begin(), inner.end(),
            [](const SgmlSpan& a, const SgmlSpan& b) { return a.outer_start < b.outer_start; });
  std::string out;
  std::size_t at = span.start;
  for (const SgmlSpan& other : inner) {
    if (other.outer_start < at) continue;
    out += record_.substr(at, other.outer_start - at);
    at = other.outer_end;
  }
  return out += record_.substr(at, span.end - at);
}

}  // namespace newsindex
