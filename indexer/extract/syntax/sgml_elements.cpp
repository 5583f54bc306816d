// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/syntax/sgml_elements.h"

#include <algorithm>
#include <optional>

#include "indexer/extract/text/rule_table.h"
#include "indexer/extract/text/tags.h"

namespace newsindex {
namespace {

std::optional<SgmlElement> element_named(std::string_view name) {
  using enum SgmlElement;
  static const NamedValues<SgmlElement> names = named_values(
      std::to_array<std::pair<std::string_view, SgmlElement>>({{"id", id},
                                                               {"title", title},
                                                               {"date", date},
                                                               {"byline", byline},
                                                               {"dateline", dateline},
                                                               {"lead", lead},
                                                               {"text", text},
                                                               {"body", body},
                                                               {"topics", topics},
                                                               {"places", places},
                                                               {"people", people},
                                                               {"organisations", organisations},
                                                               {"source", source},
                                                               {"section", section},
                                                               {"keywords", keywords},
                                                               {"language", language},
                                                               {"file", file},
                                                               {"journal", journal},
                                                               {"url", url},
                                                               {"apart", apart}}),
#include "sgml-elements.inc"
  );
  return value_named(name, names);
}

// The end of an element without an end tag: the start of the next tag.
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
