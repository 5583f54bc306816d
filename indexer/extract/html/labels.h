// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the section, keywords, source and URL of the article on an HTML page.
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
  std::string url;  // without tracking parameters
  std::string url_rule;
};

// Each comes from the most trusted place that has it: the page's metadata, else what is printed (a
// breadcrumb, a copyright line), else the URL. `reached`: the URL that the page was fetched from,
// or empty.
HtmlLabels find_labels(const HtmlFacts& facts, const HtmlBody& body, const std::string& reached);

}  // namespace newsindex
