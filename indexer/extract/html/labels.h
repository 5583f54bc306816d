// SPDX-License-Identifier: GPL-3.0-or-later
// Where an article of an HTML page belongs: section, keywords, source, address.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/html/body.h"
#include "indexer/extract/html/facts.h"

namespace newsindex {

struct HtmlLabels {
  std::vector<std::string> section;  // outermost first
  std::string section_rule;
  std::vector<std::string> keywords;
  std::string keyword_rule;
  std::string source;
  std::string source_rule;
  std::string url;  // without parameters that only track readers
  std::string url_rule;
};

// Each from the most trusted place that has it: the page's data, else what is printed (a
// breadcrumb, who claims the copyright), else the address. `reached`: the address that the page was
// fetched from, or empty.
HtmlLabels find_labels(const HtmlFacts& facts, const HtmlBody& body, const std::string& reached);

}  // namespace newsindex
